@services
Feature: A tenant's profile is answered from the cache
  Everybody reads the profile of the own tenant. It is kept in Redis for a while, and nobody ever
  sees from there what is not so any more, or not theirs.

  Background:
    Given Ada is an administrator at Acme
    And Vera, a viewer at Acme, reads the profile of her tenant

  @SVC-001 @critical @integration @requires.database @requires.cache
  Scenario: The second reading comes from the cache, and is the same
    When Vera reads the profile of her tenant again
    Then it came from the cache, and is the same
    And the profile of Acme is cached for 300 seconds at the most

  @SVC-002 @blocker @integration @requires.database @requires.cache
  Scenario: After a tenant is renamed the very next reading shows it
    When Ada renames her tenant to "Acme of the harbour"
    And Vera reads the profile of her tenant again
    Then it came from the database, and its name is "Acme of the harbour"
    When Vera reads the profile of her tenant again
    Then it came from the cache, and its name is "Acme of the harbour"

  @SVC-005 @blocker @security @requires.database @requires.cache
  Scenario: Nobody is answered what is cached of another tenant
    Given Gleb runs missions at Globex
    When Gleb reads the profile of his tenant again
    Then it is the profile of Globex
    When Gleb reads the profile of his tenant again
    Then it came from the cache, and is the same
    And it is the profile of Globex

  @SVC-013 @critical @chaos @requires.database @requires.cache
  Scenario Outline: What is cached and cannot be read counts as absent
    Given the profile of Acme is cached as <rubbish>
    When Vera reads the profile of her tenant again
    Then it came from the database, and is the same
    When Vera reads the profile of her tenant again
    Then it came from the cache, and is the same

    Examples: nothing, no JSON, and another kind of JSON
      | rubbish    |
      | nothing    |
      | "{rubbish" |
      | "[1, 2]"   |

  @partly.SVC-004 @critical @integration @requires.database @requires.cache
  Scenario: A refused change is seen neither in the database nor in the cache
    When Ada tries to make the payroll of her tenant end on day 29
    Then she is refused as incomplete, since settings.payroll_cutoff_day is out of range
    When Vera reads the profile of her tenant again
    Then it came from the cache, and is the same
    When Ada tries to make the payroll of her tenant end on day 28
    Then she succeeds
    When Vera reads the profile of her tenant again
    Then it came from the database, and its payroll ends on day 28
