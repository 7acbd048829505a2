@tenancy
Feature: What a suspension means to a tenant's people
  From the next moment on nobody of a suspended tenant gets anything from the platform, however
  they come. Nothing is lost: when the tenant is activated again, all goes on.

  @TEN-020 @blocker @security @requires.database @requires.platform_key @requires.faults
  Scenario: A suspended tenant's tokens are worth nothing at any process, until it is activated
    Given Gleb runs missions at Globex
    And Priya runs missions at Acme
    And the platform runs in two processes
    When Acme is suspended for the reason "Payment overdue"
    And Priya tries everything that is for people, at each process
    Then all of it is refused as suspended
    And Gleb is known at each process
    When Acme is activated again
    Then Priya is known at each process
    When she renews her sign-in
    Then Priya is known at each process

  @TEN-020 @critical @security @requires.database @requires.platform_key
  Scenario: Nobody signs in at a suspended tenant
    Given Priya runs missions at Acme
    When Acme is suspended for the reason "Payment overdue"
    And somebody asks with Priya's password for all that comes before signing in, in the name of Acme
    Then all of it is refused as suspended
    When Acme is activated again
    And Priya signs in
    Then she is known as an operator of Acme

  @TEN-020 @critical @security @requires.database @requires.platform_key @requires.clock
  Scenario: A token that ran out during a suspension is worth nothing after it
    Given Priya runs missions at Acme
    When Acme is suspended for the reason "Payment overdue"
    And 61 minutes pass in which nobody does anything
    And Acme is activated again
    And Priya asks who she is
    Then she is refused as not signed in

  @TEN-021 @blocker @security @requires.database @requires.platform_key @requires.faults
  Scenario: Whoever is connected is disconnected when the tenant is suspended, at each process
    Given the platform runs in two processes
    And Gleb, an operator at Globex, watches the tenant
    And Priya, an operator at Acme, watches the tenant
    And Vera, a viewer at Acme, watches the tenant at the second process
    When Acme is suspended for the reason "Payment overdue"
    Then Priya is disconnected within 5 seconds, since the tenant is suspended
    And Vera is disconnected within 5 seconds, since the tenant is suspended
    And Gleb is still connected
    When Priya tries to connect
    Then she is turned away and disconnected, since her tenant is suspended

  @TEN-021 @normal @chaos @requires.database @requires.platform_key @requires.faults
  Scenario: Whoever is connected is disconnected also while no worker is there
    Given Gleb, an operator at Globex, watches the tenant
    And Priya, an operator at Acme, watches the tenant
    When the worker is taken away
    And Acme is suspended for the reason "Payment overdue"
    Then Priya is disconnected within 5 seconds, since the tenant is suspended
    And Gleb is still connected

  @TEN-022 @critical @e2e @requires.database @requires.stand_ins @requires.queue @requires.faults @requires.platform_key @requires.clock
  Scenario: What waits for a suspended tenant is left until it is activated
    Given Gleb has a mission "Survey of the mill" at Globex
    And Priya has a mission "Survey of Dock 4" at Acme
    When the worker is taken away
    And Priya starts "Survey of Dock 4"
    And Gleb starts "Survey of the mill"
    And Acme is suspended for the reason "Payment overdue"
    And another worker comes
    Then "Survey of the mill" completes
    And no target of "Survey of Dock 4" was asked anything
    When Acme is activated again
    And 11 seconds pass in which nobody does anything
    Then "Survey of Dock 4" completes

  @TEN-020 @critical @security @requires.platform_key
  Scenario: A browser's cookie is worth nothing while the tenant is suspended
    Given Nadia has registered the tenant "Harbour North"
    And she has signed in with a browser
    When "Harbour North" is suspended for the reason "Payment overdue"
    And she changes her name in her browser with its CSRF token
    Then she is refused as suspended
    When "Harbour North" is activated again
    Then her browser's cookie is good
    And her name is as it was

  @TEN-021 @normal @chaos @requires.database @requires.platform_key @requires.faults
  Scenario: Whoever is connected is disconnected also while Redis is away
    Given Gleb, an operator at Globex, watches the tenant
    And Priya, an operator at Acme, watches the tenant
    When Redis is taken away
    And Acme is suspended for the reason "Payment overdue"
    Then Priya is disconnected within 5 seconds, since the tenant is suspended
    And Gleb is still connected

  @TEN-022 @critical @integration @requires.database @requires.mail @requires.faults @requires.platform_key @requires.queue
  Scenario: No mail is sent for a suspended tenant
    Given Ada is an administrator at Acme
    And Greta is an administrator at Globex
    When the worker is taken away
    And Ada invites Toni as a viewer
    And Greta invites Tilda as a viewer
    And Acme is suspended for the reason "Payment overdue"
    And another worker comes
    Then Tilda got one mail, and no more
    And Toni got no mail
    When Acme is activated again
    And Ada sends Toni's invitation again
    Then Toni got one mail, and no more
