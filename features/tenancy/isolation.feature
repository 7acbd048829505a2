@tenancy
Feature: Tenants know nothing of each other
  What belongs to another tenant does not exist: it is in no list, and whoever knows its id gets
  the same answer as for an id that nobody has.

  Background:
    Given Priya runs missions at Acme
    And a mission "Survey of Dock 4" over 1 target

  @smoke @TEN-026 @blocker @security @requires.database @requires.stand_ins
  Scenario: Another tenant's mission is in no list and cannot be read
    Given Gleb runs missions at Globex
    Then Priya finds "Survey of Dock 4" among the missions
    And Gleb finds no missions at all
    When Gleb tries to read "Survey of Dock 4"
    Then he is refused exactly as for a mission that nobody has

  @TEN-026 @MIS-033 @blocker @security @requires.database @requires.stand_ins
  Scenario Outline: Another tenant's mission can be neither changed nor deleted
    Given Gleb runs missions at Globex
    When Gleb tries to <verb> "Survey of Dock 4"
    Then he is refused exactly as for a mission that nobody has
    And nothing about "Survey of Dock 4" has changed for Priya

    Examples: everything that can be done to a record
      | verb   |
      | rename |
      | delete |
      | start  |
      | pause  |
      | resume |
      | stop   |
      | retry  |

  @MIS-033 @blocker @security @requires.database @requires.stand_ins
  Scenario: Nothing that belongs to another tenant's mission can be read
    Given Gleb runs missions at Globex
    When Gleb tries to read everything about "Survey of Dock 4"
    Then all of it is refused exactly as for a mission that nobody has

  @partly.TEN-027 @critical @security @requires.database @requires.stand_ins
  Scenario: Who owns nothing finds nothing in lists, searches and counts
    Given Gleb runs missions at Globex
    Then Gleb finds no missions at all
    And Gleb finds nothing in any list or search for "Survey"

  @partly.TEN-026 @blocker @security @requires.database @requires.stand_ins
  Scenario: Neither another tenant's rule nor its people can be had by their id
    Given Acme knows the rule "Gate left open" of high severity
    And Gleb runs missions at Globex
    When Gleb tries to read, change and delete the rule "Gate left open"
    Then all of it is refused as unknown
    And Acme still knows the rule "Gate left open"
    When Gleb tries to read the person Priya
    Then all of it is refused as unknown

  @partly.TEN-026 @critical @security @requires.database
  Scenario: Another tenant's rule cannot be chosen for a mission
    Given Acme knows the rule "Gate left open" of high severity
    And Gleb runs missions at Globex
    When Gleb tries to create a mission "Round of the mill" with the rule "Gate left open"
    Then he is refused as incomplete, since rule_ids.0 is not known
