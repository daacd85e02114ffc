// Eight things that somebody must hear of at once. The names of the events are those in the code, checked by a test.
param groupName string
param location string
param tags object
param workspaceId string

@description('Who is told.')
param email string

@description('How many mails in an hour are near the domain\'s quota.')
param mailsNearQuota int

var rules = [
  {
    name: 'safety-net-acted'
    description: 'The minute timer had to do what an orchestration should have done: a wake-up more than a minute late, or an instance restarted.'
    severity: 1
    query: 'AppTraces | where tostring(Properties.EventName) == "SafetyNetActed"'
    windowSize: 'PT5M'
    operator: 'GreaterThan'
    threshold: 0
    lasts: true
  }
  {
    name: 'safety-net-overran'
    description: 'The minute timer had more to do than a minute holds: what it did not come to waits for the next.'
    severity: 1
    query: 'AppTraces | where tostring(Properties.EventName) == "SafetyNetOverran"'
    windowSize: 'PT5M'
    operator: 'GreaterThan'
    threshold: 0
    lasts: true
  }
  {
    name: 'arrangement-stuck'
    description: 'What is due for an arrangement fails again and again, or its messages do: nobody is told by itself. The log names it.'
    severity: 0
    query: 'AppTraces | where tostring(Properties.EventName) == "ArrangementStuck"'
    windowSize: 'PT5M'
    operator: 'GreaterThan'
    threshold: 0
    lasts: true
  }
  {
    name: 'escalation-at-last-level'
    description: 'An escalation has reached the last people there are: one more silence, and it only repeats.'
    severity: 0
    query: 'AppTraces | where tostring(Properties.EventName) == "EscalationAtLastLevel"'
    windowSize: 'PT5M'
    operator: 'GreaterThan'
    threshold: 0
    lasts: false
  }
  {
    name: 'heartbeat-missing'
    description: 'The minute timer has not run to its end for ten minutes: nothing watches the orchestrations.'
    severity: 0
    query: 'AppTraces | where tostring(Properties.EventName) == "SafetyNetLooked"'
    windowSize: 'PT10M'
    operator: 'LessThan'
    threshold: 1
    lasts: true
  }
  {
    name: 'history-in-doubt'
    description: 'A history is not what a checkpoint kept, or could not be verified. Whoever can write to the store may have changed it.'
    severity: 1
    query: 'AppTraces | where tostring(Properties.EventName) == "HistoryInDoubt"'
    windowSize: 'PT5M'
    operator: 'GreaterThan'
    threshold: 0
    lasts: false
  }
  {
    name: 'mail-quota-near'
    description: 'Nearly as many mails as the domain may send in an hour were sent in the last one. Ask for more before escalations wait.'
    severity: 2
    query: 'ACSEmailSendMailOperational'
    windowSize: 'PT1H'
    operator: 'GreaterThanOrEqual'
    threshold: mailsNearQuota
    lasts: true
  }
  {
    name: 'mail-throttled'
    description: 'The mail service holds mails back (429): the domain\'s quota is used up. Escalations wait.'
    severity: 1
    query: 'AppTraces | where tostring(Properties.EventName) == "MailThrottled"'
    windowSize: 'PT5M'
    operator: 'GreaterThan'
    threshold: 0
    lasts: true
  }
]

resource group 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: groupName
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'onetoone'
    enabled: true
    emailReceivers: [
      {
        name: 'on-call'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

resource alerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in rules: {
    name: rule.name
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: rule.name
      description: rule.description
      severity: rule.severity
      enabled: true
      scopes: [
        workspaceId
      ]
      evaluationFrequency: 'PT5M'
      windowSize: rule.windowSize
      // The table is there only once the app has run.
      skipQueryValidation: true
      // One that lasts is told once, until it is over. An escalation is told each time: the next one may be another child's.
      autoMitigate: rule.lasts
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Count'
            operator: rule.operator
            threshold: rule.threshold
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: {
        actionGroups: [
          group.id
        ]
      }
    }
  }
]
