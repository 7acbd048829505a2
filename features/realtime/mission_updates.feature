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
    And Priya watches "Survey of Dock 4"
    And Vera, a viewer at Acme, watches "Survey of Dock 4"
    When Priya starts it
    And she pauses it
    And she resumes it
    And she stops it
    Then Vera and Priya both see it change from
      | from    | to      |
      | created | running |
      | running | paused  |
      | paused  | running |
      | running | stopped |
    And both saw each change once and in order

  @RT-015 @critical @integration @requires.database @requires.stand_ins
  Scenario: Whatever is seen is already so
    Given its first target takes its time to answer
    And Vera, a viewer at Acme, watches "Survey of Dock 4" and looks whenever she is told something
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
    And each time what she was told was already so

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

  @RT-018 @normal @e2e @requires.database @requires.stand_ins
  Scenario: Who stops watching on one connection goes on watching on another
    Given Priya watches "Survey of Dock 4"
    And she watches it on a second connection too
    When she stops watching it
    And she starts it
    Then it completes
    And her second connection showed each change of it up to its end, once and in order
    And she saw no change of it

  @RT-015 @normal @e2e @requires.database @requires.stand_ins
  Scenario: Who watches a mission twice is told of each change once
    Given Vera, a viewer at Acme, watches "Survey of Dock 4"
    And she watches it a second time
    When Priya starts it
    Then it completes
    And Vera sees it change from
      | from    | to        |
      | created | running   |
      | running | completed |
    And she saw each change once and in order

  @RT-015 @normal @e2e @requires.database @requires.stand_ins
  Scenario: The watching of a mission ends with it, and the connection stays
    Given Vera, a viewer at Acme, watches "Survey of Dock 4"
    When Priya starts it
    Then it completes
    And Vera sees that it has completed, and watches it no longer
    And her connection is still answered

  @RT-015 @normal @e2e @requires.database @requires.stand_ins
  Scenario: Who comes after the end is shown how a mission ended
    Given "Survey of Dock 4" has been run
    When Vera, a viewer at Acme, watches "Survey of Dock 4"
    Then Vera is shown that it is completed, and watches it no longer
    And her connection is still answered

  @RT-015 @MIS-008 @critical @e2e @requires.database @requires.stand_ins
  Scenario: Who watches a mission that fails sees how it is tried again
    Given Vera, a viewer at Acme, watches "Survey of Dock 4"
    And its first and its second target are switched off
    When Priya starts it
    Then it fails because no target could be reached
    When its first and its second target can be reached again
    And Priya retries it
    Then it completes
    And Vera sees it change from
      | from    | to        |
      | created | running   |
      | running | failed    |
      | failed  | running   |
      | running | completed |
    And she saw each change once and in order

  @RT-024 @normal @contract @requires.database
  Scenario: A ping is answered, again and again
    When Priya pings three times, the second time with a time of her own
    Then each ping is answered with the server's time, and the second with her own time too

  @RT-024 @minor @contract @requires.database
  Scenario: The time of a ping may be nought
    When Priya pings with the time 0 of her own
    Then the ping is answered with the server's time, and with her own time too

  @RT-016 @MIS-004 @critical @e2e @requires.database @requires.stand_ins
  Scenario: Whoever watches sees what is surveyed, found, asked for, decided and reached
    Given Sara is a supervisor at Acme
    And Acme knows the risky rule "Reset of the controller"
    And a mission "Survey of Dock 5" over 1 target with the goal reach_all_targets
    And its first target lacks a content security policy
    And Vera, a viewer at Acme, watches "Survey of Dock 5"
    And "Survey of Dock 5" waits for approval
    And Sara approves it
    Then Vera sees of "Survey of Dock 5", in this order
      | what     | how it stands                    |
      | status   | running                          |
      | target   | surveying                        |
      | finding  | no content security policy       |
      | approval | pending                          |
      | status   | awaiting_approval                |
      | approval | approved                         |
      | status   | running                          |
      | finding  | Reset of the controller          |
      | target   | surveyed                         |
      | goal     | reach_all_targets achieved       |
      | status   | completed                        |
    And she saw each change once and in order
    And what she saw last of each record is what it says now

  @MIS-001 @critical @e2e @requires.database @requires.stand_ins
  Scenario: The progress of a mission never goes back
    Given Priya watches "Survey of Dock 4"
    When she starts it
    Then it completes
    And she saw its progress rise from 0 to 100 without ever going back

  @MIS-001 @normal @e2e @requires.database @requires.stand_ins
  Scenario: A mission that is deleted tells so to whoever watches, and is watched no longer
    Given Vera, a viewer at Acme, watches "Survey of Dock 4"
    When Priya deletes it
    Then Vera sees that "Survey of Dock 4" was deleted, and watches it no longer
    And her connection is still answered

  @RT-016 @critical @integration @requires.database @requires.stand_ins @requires.language_model
  Scenario: Whoever watches a mission sees what is said in its chat, each question and then its answer
    Given Vera, a viewer at Acme, watches "Survey of Dock 4"
    When Priya asks "How does it stand?" in its chat
    And she asks "And now?" in its chat
    Then Vera was told of each message of its chat, once and in order
