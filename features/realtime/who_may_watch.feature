@realtime
Feature: Who may watch
  Whoever may not read a mission cannot watch it either, and learns nothing of it in any other way.

  Background:
    Given Priya runs missions at Acme
    And a mission "Survey of Dock 4" over 1 target

  @RT-036 @MIS-033 @blocker @security @requires.database @requires.stand_ins
  Scenario: Another tenant's mission cannot be watched
    Given Gleb runs missions at Globex
    When Gleb tries to watch "Survey of Dock 4"
    Then he is turned away and disconnected, exactly as from a mission that nobody has

  @MIS-032 @critical @security @requires.database @requires.stand_ins
  Scenario Outline: Who may not read missions cannot watch one
    When Toni, <role> at Acme, tries to watch "Survey of Dock 4"
    Then she is turned away and disconnected, exactly as from a mission that nobody has

    Examples: every role that may not
      | role          |
      | a worker      |
      | a salesperson |
      | a verifier    |

  @RT-015 @critical @e2e @requires.database @requires.stand_ins
  Scenario: Who watches the tenant sees what becomes of its missions
    Given Vera, a viewer at Acme, watches the tenant
    When Priya starts "Survey of Dock 4"
    Then it completes
    And Vera sees it change at Acme from
      | from    | to        |
      | created | running   |
      | running | completed |

  @MIS-032 @RT-017 @critical @security @requires.database @requires.stand_ins
  Scenario: Of a tenant's missions only those are told who may read them
    Given Vera, a viewer at Acme, watches the tenant
    And Toni, a worker at Acme, watches the tenant
    When Priya starts "Survey of Dock 4"
    Then it completes
    And Vera sees it change at Acme from
      | from    | to        |
      | created | running   |
      | running | completed |
    And Toni was told nothing of it

  @ACC-008 @critical @security @requires.database @requires.stand_ins
  Scenario: Who signs out is connected no longer
    Given Toni is a supervisor at Acme
    And Toni watches "Survey of Dock 4"
    When she signs out
    Then her connection is closed, since she is not signed in any more
