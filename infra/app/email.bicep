// Mail. The managed domain needs nothing and is for trials only: a few mails a minute are too few for escalations.
param serviceName string
param emailName string
param topicName string
param tags object
param workspaceId string

@description('Where mails are kept at rest while they are sent, such as UK or Europe.')
param dataLocation string

@description('A domain of your own, such as mail.example.org; empty for the managed one alone.')
param domainName string

@description('Whether the DNS records of that domain are there and verified: only then can mails come from it.')
param domainVerified bool

@description('What stands before the @ of a domain of your own.')
param senderName string

@description('The name that mails come from: the organisation, never a person.')
param displayName string

var hasOwnDomain = !empty(domainName)
var sendsFromOwnDomain = hasOwnDomain && domainVerified

resource email 'Microsoft.Communication/emailServices@2025-09-01' = {
  name: emailName
  location: 'global'
  tags: tags
  properties: {
    dataLocation: dataLocation
  }
}

// Engagement tracking would rewrite every link, and an approval link is what the mail is for.
resource managedDomain 'Microsoft.Communication/emailServices/domains@2025-09-01' = {
  parent: email
  name: 'AzureManagedDomain'
  location: 'global'
  tags: tags
  properties: {
    domainManagement: 'AzureManaged'
    userEngagementTracking: 'Disabled'
  }
}

resource ownDomain 'Microsoft.Communication/emailServices/domains@2025-09-01' = if (hasOwnDomain) {
  parent: email
  name: hasOwnDomain ? domainName : 'none.invalid'
  location: 'global'
  tags: tags
  properties: {
    domainManagement: 'CustomerManaged'
    userEngagementTracking: 'Disabled'
  }
}

resource sender 'Microsoft.Communication/emailServices/domains/senderUsernames@2025-09-01' = if (hasOwnDomain && domainVerified) {
  parent: ownDomain
  name: senderName
  properties: {
    username: senderName
    displayName: displayName
  }
}

resource service 'Microsoft.Communication/communicationServices@2025-09-01' = {
  name: serviceName
  location: 'global'
  tags: tags
  properties: {
    dataLocation: dataLocation
    disableLocalAuth: true
    linkedDomains: [
      sendsFromOwnDomain ? ownDomain.id : managedDomain.id
    ]
  }
}

// Delivery reports reach the function EmailDeliveryReports through this topic; reports.bicep subscribes it once the function is there.
resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: topicName
  location: 'global'
  tags: tags
  properties: {
    source: service.id
    topicType: 'Microsoft.Communication.CommunicationServices'
  }
}

// Not EmailStatusUpdateOperational, which would write every recipient's address into the logs.
resource serviceLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: service
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'EmailSendMailOperational'
        enabled: true
      }
    ]
  }
}

resource topicLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: topic
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'DeliveryFailures'
        enabled: true
      }
    ]
  }
}

output serviceName string = service.name
output topicName string = topic.name
output endpoint string = 'https://${service.properties.hostName}'
output from string = sendsFromOwnDomain ? '${senderName}@${domainName}' : 'DoNotReply@${managedDomain.properties.fromSenderDomain}'
