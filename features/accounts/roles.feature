@accounts
Feature: What each role may do
  Everybody has one role. It opens exactly what the table of permissions gives to that role; all
  the rest is refused, in words that tell nothing of roles and permissions.

  @ACC-031 @blocker @security @requires.database
  Scenario Outline: A role may do what its permissions contain, and nothing else
    Given Toni is <a role> at Acme
    When Toni tries everything that the platform offers
    Then Toni gets as far as the permissions of <a role> reach, and no further

    Examples: every role
      | a role           |
      | an administrator |
      | a supervisor     |
      | an operator      |
      | a worker         |
      | a salesperson    |
      | a verifier       |
      | a viewer         |

  @ACC-031 @critical @security
  Scenario: Nothing is offered of which nobody said who may do it
    Then each thing that the platform offers says which permission it needs
