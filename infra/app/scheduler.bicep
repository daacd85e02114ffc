// Durable Task Scheduler: keeps the orchestrations' state and pushes work to the app instead of being polled.
param name string
param hubName string
param location string
param tags object

@description('Dedicated capacity units; 0 for Consumption.')
param capacity int

resource scheduler 'Microsoft.DurableTask/schedulers@2025-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    sku: capacity == 0
      ? {
          name: 'Consumption'
        }
      : {
          name: 'Dedicated'
          capacity: capacity
        }
    // An empty list denies all. A Flex app without a network of its own has no fixed address; who may call is said by the role.
    ipAllowlist: [
      '0.0.0.0/0'
    ]
  }
}

resource hub 'Microsoft.DurableTask/schedulers/taskHubs@2025-11-01' = {
  parent: scheduler
  name: hubName
  properties: {}
}

output name string = scheduler.name
output hubName string = hub.name
output endpoint string = scheduler.properties.endpoint
