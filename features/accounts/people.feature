@accounts
Feature: Looking after people
  Administrators give people their roles and let them go. A tenant always keeps an administrator.

  @ACC-010 @blocker @e2e @requires.database @requires.mail
  Scenario: Somebody is invited, joins, is given another role, and is let go
    Given Ada is an administrator at Acme
    When Ada invites Toni as a viewer
    And Toni follows the link in her mail and signs in
    Then she is known as a viewer of Acme
    When Ada makes Toni an operator
    Then she is known as an operator of Acme, with an operator's rights
    When Ada deactivates Toni
    Then neither her new access token nor her new refresh token is worth anything
    When Toni tries to sign in
    Then she is refused as not allowed, since this person is deactivated

  @ACC-010 @critical @security @requires.database
  Scenario: Another role holds from the next thing that is asked
    Given Ada is an administrator at Acme
    And Toni is an operator at Acme
    When Ada makes Toni a viewer
    And Toni tries to create a mission "Survey of the canteen"
    Then she is refused as not allowed
    And Acme has no mission "Survey of the canteen"

  @ACC-017 @normal @integration @requires.database
  Scenario Outline: There is no role and no status but those that there are
    Given Ada is an administrator at Acme
    And Toni is a worker at Acme
    When Ada tries to change Toni's <field> to "<value>"
    Then Ada is refused as incomplete, since <field> is not allowed
    And Ada finds Toni an active worker

    Examples: unknown, or not for an administrator to give
      | field  | value    |
      | role   | owner    |
      | role   | Admin    |
      | status | retired  |
      | status | locked   |
      | status | invited  |

  @ACC-035 @blocker @security @requires.database @requires.mail
  Scenario Outline: Only administrators invite
    Given Toni is <role> at Acme
    When Toni tries to invite Eve as a viewer
    Then she is refused as not allowed
    And nobody was invited at Acme

    Examples: every other role
      | role          |
      | a viewer      |
      | a supervisor  |
      | an operator   |
      | a worker      |
      | a salesperson |
      | a verifier    |

  @ACC-036 @critical @security @requires.database
  Scenario: Only administrators change the tenant's settings
    Given Vera, a viewer at Acme, has signed in
    When she tries to rename the tenant to "Vera's own"
    Then she is refused as not allowed
    And the tenant of Vera is still called "Acme"
    Given Ada is an administrator at Acme
    When Ada tries to rename the tenant to "Acme and daughters"
    Then Ada succeeds
    And the tenant of Vera is still called "Acme and daughters"

  @ACC-037 @normal @security @requires.database
  Scenario: Who is refused is not told what it would take
    Given Vera, a viewer at Acme, has signed in
    Then whatever she may not do is refused in the same words, which name no right and no role

  @ACC-038 @blocker @security @requires.database
  Scenario Outline: An administrator among several changes everybody's role but the own
    Given Ada is an administrator at Acme
    And Toni is an administrator at Acme
    When Toni tries to change Toni's <field> to "<value>"
    Then Toni is refused as not allowed
    And Ada finds Toni an active administrator

    Examples: role and status
      | field  | value       |
      | role   | viewer      |
      | role   | admin       |
      | status | deactivated |

  @ACC-039 @blocker @security
  Scenario Outline: A tenant's last administrator stays
    Given Nadia has registered the tenant "Harbour North"
    When Nadia tries to change Nadia's <field> to "<value>"
    Then she is refused as impossible, since the tenant needs an administrator
    And she is signed in as the administrator of "Harbour North"

    Examples: both ways to go
      | field  | value       |
      | role   | viewer      |
      | status | deactivated |

  @ACC-039 @critical @security @requires.database
  Scenario: Administrators who were let go do not count
    Given Nadia has registered the tenant "Harbour North"
    And Toni is an administrator at "Harbour North"
    When Nadia deactivates Toni
    And Nadia tries to change Nadia's role to "viewer"
    Then Nadia is refused as impossible, since the tenant needs an administrator

  @ACC-039 @critical @concurrency @requires.database
  Scenario: Two administrators who demote each other at once do not both succeed
    Given Nadia has registered the tenant "Harbour North"
    And Toni is an administrator at "Harbour North"
    When Nadia and Toni demote each other at the same moment
    Then exactly 1 of them is accepted
    And the other 1 is refused as impossible, since the tenant needs an administrator
    And "Harbour North" has 1 active administrator

  @ACC-040 @blocker @security @requires.database
  Scenario: Who is deactivated is signed out everywhere at once, and comes back with the same password
    Given Ada is an administrator at Acme
    And Toni, a worker at Acme, watches the tenant
    And Toni has signed in a second time, elsewhere
    And Toni has signed in with a browser
    When Ada deactivates Toni
    Then neither her new access token nor her new refresh token is worth anything
    And her browser's cookie is worth nothing
    And her connection is closed, since she is not signed in any more
    When Ada makes Toni active again
    Then the first access token of Toni is worth nothing
    When Toni signs in
    Then she is known as a worker of Acme
