@realtime
Feature: Watching a mission
  Whoever watches a mission sees its present state first and then each change once, in order, as
  it happens, and nothing of anything else.

  Background:
    Given Priya runs missions at Acme
    And a mission "Survey of Dock 4" over 2 targets

  @smoke @RT-015 @blocker @e2e @requires.database @requires.stand_ins
  Scenario: Start, pause, resume and stop are seen by everybody who watches
    Given its first target takes its time to answer
    And Vera, a viewer at Acme, watches "Survey of Dock 4"
    When Priya starts it
    And she pauses it
    And she resumes it
    And she stops it
    Then Vera sees it change from
      | from    | to      |
      | created | running |
      | running | paused  |
      | paused  | running |
      | running | stopped |
    And she saw each change once and in order

  @RT-017 @critical @security @requires.database @requires.stand_ins
  Scenario: Who watches one mission sees nothing of another
    Given a mission "Survey of Dock 5" over 1 target
    And Priya watches "Survey of Dock 5"
    And Vera, a viewer at Acme, watches "Survey of Dock 4"
    When Priya starts "Survey of Dock 4"
    Then it completes
    And Vera sees that it has completed
    And Priya saw nothing of it

  @RT-018 @normal @e2e @requires.database @requires.stand_ins
  Scenario: Who has enough of a mission is left in peace, and stays connected
    Given Priya watches "Survey of Dock 4"
    And Vera, a viewer at Acme, watches "Survey of Dock 4"
    When Priya stops watching it
    And she starts it
    Then it completes
    And Vera sees that it has completed
    And Priya saw no change of it
    And her connection is still answered

  @RT-024 @normal @contract @requires.database
  Scenario: A ping is answered, again and again
    When Priya pings three times, the second time with a time of her own
    Then each ping is answered with the server's time, and the second with her own time too
