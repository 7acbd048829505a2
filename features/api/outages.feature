@api
Feature: While a part of the platform is away
  What can still be done is done, what cannot is refused in words that help, and all is well again
  as soon as the part is back. Nobody has to restart anything.

  Background:
    Given Priya runs missions at Acme

  @API-057 @blocker @chaos @requires.database @requires.store_faults
  Scenario: Without PostgreSQL nothing is served, and nothing is told of the inside
    When PostgreSQL is taken away
    Then the platform is not ready, since postgresql is down
    And whatever Priya asks for is refused as unavailable, naming postgresql and nothing of the inside
    When PostgreSQL comes back
    Then within 5 seconds Priya is served again
    And the platform was not restarted

  @API-058 @critical @chaos @requires.database @requires.stand_ins @requires.store_faults
  Scenario: Without Redis people sign in, read and write as ever
    Given a mission "Survey of Dock 4" over 1 target
    When Redis is taken away
    Then the platform is not ready, since redis and worker are down
    When Priya signs in
    And she renames "Survey of Dock 4" to "Survey of Dock 5"
    And a mission "Survey of Dock 6" over 2 targets is created
    Then the missions are listed as
      | mission          | state   |
      | Survey of Dock 5 | created |
      | Survey of Dock 6 | created |

  @API-058 @critical @chaos @security @requires.store_faults
  Scenario: Without Redis a token is worth what it was
    Given Nadia has registered the tenant "Harbour North"
    And she has signed in a second time, elsewhere
    When she signs out
    And Redis is taken away
    Then neither her new access token nor her new refresh token is worth anything
    And her first sign-in is as good as before

  @API-058 @critical @chaos @slow @requires.database @requires.stand_ins @requires.store_faults
  Scenario: Without Redis only what needs the task queue is refused, and changes nothing
    Given a mission "Survey of Dock 4" that is created
    And a mission "Survey of Dock 5" that is paused
    And a mission "Survey of Dock 6" that is failed
    And Redis is away
    Then each of these is refused to Priya as unavailable, and changes nothing
      | verb   | mission          |
      | start  | Survey of Dock 4 |
      | resume | Survey of Dock 5 |
      | retry  | Survey of Dock 6 |
    When Priya stops "Survey of Dock 5"
    Then "Survey of Dock 5" is stopped
    When she deletes "Survey of Dock 6"
    Then "Survey of Dock 6" is unknown
    When Redis comes back
    Then within 5 seconds Priya is served again

  @API-060 @critical @chaos @requires.database @requires.faults @requires.stand_ins
  Scenario: A platform that is told to leave finishes what it has in hand
    Given a mission "Survey of Dock 4" over 1 target
    And Priya watches "Survey of Dock 4"
    When the platform is told to leave while a call of Priya's is on its way
    Then that call is answered as if nothing had happened
    And her connection is closed, since the platform leaves
    And the platform is gone within 10 seconds, and its port is free

  @API-059 @critical @chaos @requires.database @requires.faults @requires.mail
  Scenario: The platform comes up without its mail server
    Then a platform whose mail server is away is ready within 10 seconds
    And Priya is served, and has 599 calls left

  @API-058 @critical @chaos @requires.database @requires.stand_ins @requires.store_faults
  Scenario: Without Redis nobody can decide about what a mission asks
    Given Acme knows the risky rule "Reset of the controller"
    And a mission "Survey of Dock 4" over 1 target with the rule "Reset of the controller" alone
    And "Survey of Dock 4" waits for approval
    And Redis is away
    When Sven, a supervisor at Acme, tries to approve it
    Then he is refused as unavailable
    When Sven tries to reject it
    Then he is refused as unavailable
    And what "Survey of Dock 4" asks for is still pending
