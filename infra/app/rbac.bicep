// Every role of the one identity, and the narrowest scope that each can have.
param principalId string
param insightsName string
param hostAccountName string
param keptAccountName string
param keysContainer string
param checkpointsContainer string
param vaultName string
param ringName string
param cosmosName string
param cosmosDatabase string
param emailServiceName string

@description('Whether the Functions host keeps its orchestrations in queues and tables instead of the scheduler.')
param durableInStorage bool
param schedulerName string
param hubName string

@description('Whether the app reads the key that webhooks are signed with from the vault.')
param webhooks bool

var roles = {
  blobOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  blobContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  queueContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  tableContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  metricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb'
  keyWrapUser: 'e147488a-f6f5-4113-8e2d-b22465e65bf6'
  secretsUser: '4633458b-17de-408a-b874-0445c86b69e6'
  emailOwner: '09976791-48a7-449e-bb21-39d1a415f350'
  durableTaskContributor: '0ad04412-c4d5-4796-b79c-f76d14c8d402'
  cosmosContributor: '00000000-0000-0000-0000-000000000002'
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource host 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: hostAccountName
}

resource kept 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: keptAccountName
}

resource keptBlobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' existing = {
  parent: kept
  name: 'default'
}

resource keys 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' existing = {
  parent: keptBlobs
  name: keysContainer
}

resource checkpoints 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' existing = {
  parent: keptBlobs
  name: checkpointsContainer
}

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' existing = {
  name: vaultName
}

resource ring 'Microsoft.KeyVault/vaults/keys@2024-11-01' existing = {
  parent: vault
  name: ringName
}

resource cosmos 'Microsoft.DocumentDB/databaseAccounts@2025-10-15' existing = {
  name: cosmosName
}

resource email 'Microsoft.Communication/communicationServices@2025-09-01' existing = {
  name: emailServiceName
}

resource scheduler 'Microsoft.DurableTask/schedulers@2025-11-01' existing = if (!durableInStorage) {
  name: schedulerName
}

resource hub 'Microsoft.DurableTask/schedulers/taskHubs@2025-11-01' existing = if (!durableInStorage) {
  parent: scheduler
  name: hubName
}

// The Functions host: its leases and timers, and the app's package.
resource hostBlobsRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(host.id, principalId, roles.blobOwner)
  scope: host
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobOwner)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

resource hostQueuesRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (durableInStorage) {
  name: guid(host.id, principalId, roles.queueContributor)
  scope: host
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.queueContributor)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

resource hostTablesRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (durableInStorage) {
  name: guid(host.id, principalId, roles.tableContributor)
  scope: host
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.tableContributor)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

resource keysRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(keys.id, principalId, roles.blobContributor)
  scope: keys
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobContributor)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

resource checkpointsRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(checkpoints.id, principalId, roles.blobContributor)
  scope: checkpoints
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobContributor)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

resource ringRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(ring.id, principalId, roles.keyWrapUser)
  scope: ring
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.keyWrapUser)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

resource secretsRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (webhooks) {
  name: guid(vault.id, principalId, roles.secretsUser)
  scope: vault
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.secretsUser)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

resource telemetryRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, principalId, roles.metricsPublisher)
  scope: insights
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.metricsPublisher)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

resource emailRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(email.id, principalId, roles.emailOwner)
  scope: email
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.emailOwner)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

resource hubRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!durableInStorage) {
  name: guid(hub.id, principalId, roles.durableTaskContributor)
  scope: hub
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.durableTaskContributor)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

// Documents only, of this database only: neither keys nor containers nor settings of the account.
resource documentsRole 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2025-10-15' = {
  parent: cosmos
  name: guid(cosmos.id, principalId, roles.cosmosContributor)
  properties: {
    principalId: principalId
    roleDefinitionId: '${cosmos.id}/sqlRoleDefinitions/${roles.cosmosContributor}'
    scope: '${cosmos.id}/dbs/${cosmosDatabase}'
  }
}
