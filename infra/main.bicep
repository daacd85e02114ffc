// All of it in one resource group: azd up. docs/scale.md says what it costs and what it carries.
targetScope = 'subscription'

@minLength(1)
@maxLength(64)
@description('Names the environment; every resource gets a name from it.')
param environmentName string

@minLength(1)
@description('A region that has Flex Consumption, the Durable Task Scheduler and availability zones.')
@allowed([
  'australiaeast'
  'centralus'
  'eastasia'
  'northeurope'
  'southeastasia'
  'swedencentral'
  'uksouth'
  'westus2'
])
@metadata({
  azd: {
    type: 'location'
  }
})
param location string

@minLength(1)
@description('The application (client) id of the Microsoft Entra app registration that callers\' tokens are for.')
param identityAudience string

@description('The identity provider; empty for the Microsoft Entra tenant of this subscription.')
param identityAuthority string = ''

@description('Our role for each value of an app role; not needed where the app roles have our names: worker, seniorManager, homesManager, serviceManager, inspector, administrator.')
param identityRoles object = {}

@minLength(3)
@description('Who is told when an alert fires: a mailbox that somebody reads at night.')
param alertEmail string

@description('Where people reach the app, such as https://one-to-one.example.org/; empty for the address that Azure gives it.')
param publicUrl string = ''

@description('A mail domain of your own, such as mail.example.org; empty for the managed domain, which is for trials: a few mails a minute.')
param mailDomain string = ''

@description('Set to true once the DNS records of that domain are verified; until then mails come from the managed domain.')
param mailDomainVerified bool = false

@description('What stands before the @ of your own mail domain.')
param mailSender string = 'one-to-one'

@description('The name that mails come from: the organisation, never a person.')
param mailFromName string = 'One to one'

@description('Where Communication Services keeps mails at rest.')
param mailDataLocation string = 'UK'

@minValue(1)
@description('How many mails in an hour bring an alert: four fifths of what the domain may send, which is 10 for the managed one and 100 for your own as it begins.')
param mailsNearQuota int = 8

@allowed([
  'azureManaged'
  'AzureStorage'
])
@description('What the orchestrations run on: the Durable Task Scheduler, or queues and tables of the host\'s storage account. For those, change the type in host.json too: what scales the app reads that file and not its settings.')
param durableEngine string = 'azureManaged'

@minValue(0)
@maxValue(3)
@description('Dedicated capacity units of the scheduler, each with a fixed price and 2,000 actions a second; only three make it highly available. 0 for Consumption: paid by action, 500 a second.')
param schedulerCapacity int = 0

@description('serverless, or the most RU/s that autoscale may give each container, such as 4000. An account that was made serverless cannot be made the other kind.')
param cosmosThroughput string = 'serverless'

@minValue(0)
@maxValue(20)
@description('Instances that always wait for requests, so that help now meets no cold start. About 21 US dollars a month each while idle (2 GB; estimate of November 2026, see docs/scale.md); 0 for a trial.')
param alwaysReadyHttp int = 1

@minValue(0)
@maxValue(20)
@description('The same for orchestrations and activities, so that an overdue session meets none either. The same cost each.')
param alwaysReadyDurable int = 1

@description('Whether escalations also go to people\'s webhooks. Needs the secret webhook-signing-key (whsec_…) in the vault, put there by hand.')
param webhooks bool = false

@minValue(1)
@description('For how many days no version of a checkpoint can be changed or deleted.')
param checkpointDays int = 2555

@description('Set to true once that policy is locked: a locked one can\'t be deployed again, not even as it is.')
param checkpointsLocked bool = false

var abbrs = loadJsonContent('abbreviations.json')
var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = {
  'azd-env-name': environmentName
}
var hubName = 'onetoone'
var durableInStorage = durableEngine == 'AzureStorage'
var functionName = '${abbrs.webSitesFunctions}${token}'
var address = empty(publicUrl) ? 'https://${functionName}.azurewebsites.net/' : publicUrl
var authority = empty(identityAuthority) ? '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0' : identityAuthority

resource group 'Microsoft.Resources/resourceGroups@2024-11-01' = {
  name: '${abbrs.resourcesResourceGroups}${environmentName}'
  location: location
  tags: tags
}

module identity 'app/identity.bicep' = {
  name: 'identity'
  scope: group
  params: {
    name: '${abbrs.managedIdentityUserAssignedIdentities}${token}'
    location: location
    tags: tags
  }
}

module monitoring 'app/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    workspaceName: '${abbrs.operationalInsightsWorkspaces}${token}'
    insightsName: '${abbrs.insightsComponents}${token}'
    location: location
    tags: tags
  }
}

module storage 'app/storage.bicep' = {
  name: 'storage'
  scope: group
  params: {
    hostAccountName: '${abbrs.storageStorageAccounts}host${token}'
    keptAccountName: '${abbrs.storageStorageAccounts}kept${token}'
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    checkpointDays: checkpointDays
    checkpointsLocked: checkpointsLocked
  }
}

module vault 'app/keyvault.bicep' = {
  name: 'vault'
  scope: group
  params: {
    name: '${abbrs.keyVaultVaults}${token}'
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
  }
}

module cosmos 'app/cosmos.bicep' = {
  name: 'cosmos'
  scope: group
  params: {
    name: '${abbrs.documentDBDatabaseAccounts}${token}'
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    throughput: cosmosThroughput
  }
}

module email 'app/email.bicep' = {
  name: 'email'
  scope: group
  params: {
    serviceName: '${abbrs.communicationServices}${token}'
    emailName: '${abbrs.communicationEmailServices}${token}'
    topicName: '${abbrs.eventGridSystemTopics}${token}'
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    dataLocation: mailDataLocation
    domainName: mailDomain
    domainVerified: mailDomainVerified
    senderName: mailSender
    displayName: mailFromName
  }
}

module scheduler 'app/scheduler.bicep' = if (!durableInStorage) {
  name: 'scheduler'
  scope: group
  params: {
    name: '${abbrs.durableTaskSchedulers}${token}'
    hubName: hubName
    capacity: schedulerCapacity
    location: location
    tags: tags
  }
}

module rbac 'app/rbac.bicep' = {
  name: 'rbac'
  scope: group
  params: {
    principalId: identity.outputs.principalId
    insightsName: monitoring.outputs.insightsName
    hostAccountName: storage.outputs.hostName
    keptAccountName: storage.outputs.keptName
    keysContainer: storage.outputs.keysContainer
    checkpointsContainer: storage.outputs.checkpointsContainer
    vaultName: vault.outputs.name
    ringName: vault.outputs.ringName
    cosmosName: cosmos.outputs.name
    cosmosDatabase: cosmos.outputs.databaseName
    emailServiceName: email.outputs.serviceName
    durableInStorage: durableInStorage
    schedulerName: durableInStorage ? 'none' : scheduler!.outputs.name
    hubName: durableInStorage ? 'none' : scheduler!.outputs.hubName
    webhooks: webhooks
  }
}

// Every setting of the app, and nowhere else. A test compares the names with those that the code reads.
var settings = {
  AzureWebJobsStorage__accountName: storage.outputs.hostName
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identity.outputs.clientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: monitoring.outputs.insightsConnection
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.outputs.clientId};Authorization=AAD'
  AZURE_CLIENT_ID: identity.outputs.clientId
  AzureFunctionsJobHost__extensions__durableTask__storageProvider__type: durableEngine
  AzureFunctionsJobHost__extensions__durableTask__storageProvider__connectionStringName: durableInStorage ? 'AzureWebJobsStorage' : 'DURABLE_TASK_SCHEDULER_CONNECTION_STRING'
  TASKHUB_NAME: hubName
  Cosmos__AccountEndpoint: cosmos.outputs.endpoint
  Cosmos__Database: cosmos.outputs.databaseName
  KeyRing__BlobUri: storage.outputs.keyRingUrl
  KeyRing__KeyUri: vault.outputs.ringUrl
  Checkpoints__ContainerUri: storage.outputs.checkpointsUrl
  Links__PublicUrl: address
  Mail__From: email.outputs.from
  Mail__Azure__Endpoint: email.outputs.endpoint
  Identity__Authority: authority
  Identity__Audience: identityAudience
  // Microsoft Entra ID writes another sub for each application; oid is the same person everywhere.
  Identity__SubjectClaim: empty(identityAuthority) ? 'oid' : 'sub'
}
var engineSettings = durableInStorage
  ? {
      // Left to itself, polling backs off to half a minute.
      AzureFunctionsJobHost__extensions__durableTask__storageProvider__maxQueuePollingInterval: '00:00:01'
    }
  : {
      DURABLE_TASK_SCHEDULER_CONNECTION_STRING: 'Endpoint=${scheduler!.outputs.endpoint};Authentication=ManagedIdentity;ClientID=${identity.outputs.clientId}'
    }
var webhookSettings = webhooks
  ? {
      Webhook__SigningKey: '@Microsoft.KeyVault(VaultName=${vault.outputs.name};SecretName=webhook-signing-key)'
    }
  : {}
var roleSettings = toObject(items(identityRoles), role => 'Identity__Roles__${role.key}', role => role.value)

module function 'app/function.bicep' = {
  name: 'function'
  scope: group
  params: {
    name: functionName
    planName: '${abbrs.webServerFarms}${token}'
    location: location
    tags: tags
    identityId: identity.outputs.id
    packagesUrl: storage.outputs.packagesUrl
    alwaysReadyHttp: alwaysReadyHttp
    alwaysReadyDurable: alwaysReadyDurable
    settings: union(settings, engineSettings, webhookSettings, roleSettings)
  }
  // The app starts at once, and its first requests need the roles.
  dependsOn: [
    rbac
  ]
}

module alerts 'app/alerts.bicep' = {
  name: 'alerts'
  scope: group
  params: {
    groupName: '${abbrs.insightsActionGroups}${token}'
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    email: alertEmail
    mailsNearQuota: mailsNearQuota
  }
}

output AZURE_LOCATION string = location
output AZURE_TENANT_ID string = tenant().tenantId
output AZURE_RESOURCE_GROUP string = group.name
output AZURE_FUNCTION_NAME string = function.outputs.name
output EMAIL_TOPIC_NAME string = email.outputs.topicName
output COSMOS_ENDPOINT string = cosmos.outputs.endpoint
output APP_URL string = address
output APP_HOST_NAME string = function.outputs.hostName
