// Two accounts: one that the Functions host works in, one for what is kept. Neither has a shared key.
param hostAccountName string
param keptAccountName string
param location string
param tags object
param workspaceId string

@description('For how many days no version of a checkpoint can be changed or deleted by anybody.')
param checkpointDays int

@description('Whether that policy is locked already, and so is no longer ours to deploy.')
param checkpointsLocked bool

var account = {
  allowBlobPublicAccess: false
  allowSharedKeyAccess: false
  allowCrossTenantReplication: false
  defaultToOAuthAuthentication: true
  minimumTlsVersion: 'TLS1_2'
  supportsHttpsTrafficOnly: true
}

resource host 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: hostAccountName
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: 'Standard_ZRS'
  }
  properties: account
}

resource hostBlobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' = {
  parent: host
  name: 'default'
}

resource packages 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = {
  parent: hostBlobs
  name: 'packages'
}

resource kept 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: keptAccountName
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: 'Standard_ZRS'
  }
  properties: account
}

resource keptBlobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' = {
  parent: kept
  name: 'default'
  properties: {
    isVersioningEnabled: true
    deleteRetentionPolicy: {
      enabled: true
      days: 90
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: 90
    }
  }
}

resource keys 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = {
  parent: keptBlobs
  name: 'keys'
}

// Write once, read many: a checkpoint of the same day becomes a new version beside the old one.
resource checkpoints 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = {
  parent: keptBlobs
  name: 'checkpoints'
  properties: {
    immutableStorageWithVersioning: {
      enabled: true
    }
  }
}

// Unlocked, so that a trial can be removed. Lock it by hand before the first real child is entered: README says how, for both.
resource worm 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2025-06-01' = if (!checkpointsLocked) {
  parent: checkpoints
  name: 'default'
  properties: {
    immutabilityPeriodSinceCreationInDays: checkpointDays
    allowProtectedAppendWrites: false
  }
}

resource keptLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: keptBlobs
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'StorageWrite'
        enabled: true
      }
      {
        category: 'StorageDelete'
        enabled: true
      }
    ]
  }
}

output hostName string = host.name
output keptName string = kept.name
output packagesUrl string = '${host.properties.primaryEndpoints.blob}${packages.name}'
output keyRingUrl string = '${kept.properties.primaryEndpoints.blob}${keys.name}/ring.xml'
output checkpointsUrl string = '${kept.properties.primaryEndpoints.blob}${checkpoints.name}'
output keysContainer string = keys.name
output checkpointsContainer string = checkpoints.name
