@tenancy
Feature: What tenants share keeps them apart
  Tenants share the platform's connections, its worker and its database. None of these carries
  anything over from one to another, whatever went wrong before.

  @TEN-031 @blocker @security @requires.database @requires.stand_ins
  Scenario: A stranger who comes next on a connection is told nothing of whoever used it before
    Given Priya runs missions at Acme
    And a mission "Survey of Dock 4" over 1 target
    When Priya reads the missions on a kept connection
    And a stranger asks for the same and more on it, without a token
    Then all of it is refused as not signed in
    And nothing that the stranger was answered names Acme

  @TEN-033 @critical @concurrency @requires.database @requires.stand_ins
  Scenario: Two tenants that use one connection in turn see their own records each time
    Given Acme has the site "Dock 4"
    And Globex has the site "Mill"
    And Gleb has a mission "Survey of the mill" at Globex
    And Priya has a mission "Survey of Dock 4" at Acme
    Then of 100 readings in turn on one connection Priya and Gleb find the own records and no other

  @TEN-034 @critical @chaos @requires.database @requires.stand_ins
  Scenario: After an error of one tenant the next on the connection sees its own records
    Given Acme has the site "Dock 4"
    And Globex has the site "Mill"
    And Priya has a mission "Survey of Dock 4" at Acme
    And Gleb has a mission "Survey of the mill" at Globex
    When the database breaks a reading of Priya's off on a kept connection
    Then Priya is refused as unavailable
    And Gleb, who comes next on it, finds the own records and no other

  @TEN-032 @critical @security @requires.database @requires.queue @requires.stand_ins
  Scenario: A process of the worker that has worked for one tenant works for the next with its records alone
    Given Globex knows the rule "Weir blocked" of high severity
    And Acme knows the rule "Gate left open" of high severity
    And Gleb has a mission "Survey of the mill" at Globex
    And Priya has a mission "Survey of Dock 4" at Acme
    And all processes of the worker but one wait for targets of Priya
    When "Survey of the mill" is run to its end
    And "Survey of Dock 4" is run to its end
    Then "Survey of the mill" kept to the records of its own tenant
    And "Survey of Dock 4" kept to the records of its own tenant

  @TEN-014 @critical @contract @requires.database @requires.stand_ins
  Scenario: No row is stored that does not say whose it is
    Given Acme has a record of each kind
    Then the database takes no row of Acme that does not say whose it is

  @TEN-035 @critical @chaos @requires.database
  Scenario Outline: A registration that the database breaks off leaves nothing behind
    Given what everybody has is noted
    When Nadia registers the tenant "Harbour North", and the database breaks off when <what> stored
    Then Nadia's registration is refused as unavailable
    And what everybody has is as it was
    When Nadia registers the tenant "Harbour North" once more, as before
    Then she is signed in as the administrator of "Harbour North"

    Examples: all that is stored with it, in its order
      | what                          |
      | the tenant is                 |
      | its first rules are           |
      | the administrator is          |
      | the sign-in is                |
      | the token is                  |
      | what the trail tells of it is |

  @TEN-035 @normal @integration @requires.database
  Scenario Outline: A registration that is refused leaves nothing behind
    Given what everybody has is noted
    When Nadia tries to register the tenant "Harbour North" with <something wrong>
    Then Nadia's registration is refused as incomplete
    And what everybody has is as it was

    Examples: something wrong with the tenant, and with the administrator
      | something wrong         |
      | a slug in capitals      |
      | an address that is none |
      | a password too short    |
