// The record. One region, strong consistency, no account key; the containers come from the code, by way of containers.json.
param name string
param location string
param tags object
param workspaceId string

@description('serverless, or the most RU/s that autoscale may give each container, such as 4000.')
param throughput string

var schema = loadJsonContent('containers.json')
var isServerless = throughput == 'serverless'

resource account 'Microsoft.DocumentDB/databaseAccounts@2025-10-15' = {
  name: name
  location: location
  tags: tags
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    locations: [
      {
        locationName: location
        failoverPriority: 0
        isZoneRedundant: false
      }
    ]
    consistencyPolicy: {
      defaultConsistencyLevel: 'Strong'
    }
    capabilities: isServerless
      ? [
          {
            name: 'EnableServerless'
          }
        ]
      : []
    enableBurstCapacity: false
    enableAutomaticFailover: false
    enableMultipleWriteLocations: false
    disableLocalAuth: true
    disableKeyBasedMetadataWriteAccess: true
    minimalTlsVersion: 'Tls12'
    backupPolicy: {
      type: 'Continuous'
      continuousModeProperties: {
        tier: 'Continuous30Days'
      }
    }
  }
}

resource database 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2025-10-15' = {
  parent: account
  name: schema.database
  properties: {
    resource: {
      id: schema.database
    }
  }
}

resource containers 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2025-10-15' = [
  for container in schema.containers: {
    parent: database
    name: container.name
    properties: {
      resource: {
        id: container.name
        defaultTtl: container.defaultTtl
        partitionKey: {
          kind: 'Hash'
          version: 2
          paths: [
            container.partitionKey
          ]
        }
        indexingPolicy: container.indexingPolicy
      }
      options: isServerless
        ? {}
        : {
            autoscaleSettings: {
              maxThroughput: int(throughput)
            }
          }
    }
  }
]

resource accountLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: account
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'ControlPlaneRequests'
        enabled: true
      }
    ]
    metrics: [
      {
        category: 'Requests'
        enabled: true
      }
    ]
  }
}

output name string = account.name
output databaseName string = database.name
output endpoint string = account.properties.documentEndpoint
