@notifications
Feature: The inbox
  What happens is told to whom it concerns: at once to those who are there, and in the inbox of each
  until it is read.

  Background:
    Given Priya runs missions at Acme
    And Sara is a supervisor at Acme
    And Acme knows the risky rule "Reset of the controller"
    And a mission "Survey of Dock 4" over 2 targets with the rule "Reset of the controller" alone

  @NTF-001 @critical @integration @requires.database @requires.stand_ins
  Scenario: Who is there is told at once, and finds the same in the inbox as unread
    Given Sara looks at her own affairs
    When Priya starts it
    Then within 2 seconds Sara is told "Survey of Dock 4 waits for an approval"
    And the newest notification of Sara is just that, unread

  @NTF-005 @critical @e2e @requires.database @requires.stand_ins
  Scenario: What was read is counted as unread no more, however often it is read
    Given "Survey of Dock 4" waits for approval
    And a mission "Round of the cranes" over 2 targets
    And "Round of the cranes" waits for approval
    Then Sara's inbox is, newest first
      | title                                     | unread |
      | Round of the cranes waits for an approval | yes    |
      | Survey of Dock 4 waits for an approval    | yes    |
    When Sara reads "Survey of Dock 4 waits for an approval" in her inbox
    And Sara reads "Survey of Dock 4 waits for an approval" in her inbox
    Then Sara has 1 unread notification
    And Sara's unread notifications are "Round of the cranes waits for an approval" alone

  @NTF-005 @critical @integration @requires.database @requires.stand_ins
  Scenario: One notification, opened by itself, says what the list says
    Given "Survey of Dock 4" waits for approval
    When Sara reads "Survey of Dock 4 waits for an approval" in her inbox
    Then Sara's newest notification, opened by itself, is as in the list

  @NTF-005 @normal @integration @requires.database @requires.stand_ins
  Scenario: All of an inbox can be read at once, and once more without harm
    Given "Survey of Dock 4" waits for approval
    When Sara reads all of her inbox
    Then it was 1 that she had not read
    And Sara has no unread notification
    When Sara reads all of her inbox
    Then it was 0 that she had not read

  @NTF-006 @critical @integration @requires.database @requires.stand_ins
  Scenario: On two connections one is told on both, and of what was read on the other
    Given Sara looks at her own affairs
    And Sara looks at her own affairs on a second connection too
    When Priya starts it
    Then Sara is told "Survey of Dock 4 waits for an approval" once on each connection
    When Sara reads "Survey of Dock 4 waits for an approval" in her inbox
    Then on each connection she is told that it is read and that nothing is unread

  @NTF-015 @critical @security @requires.database @requires.stand_ins
  Scenario: A colleague's notification does not exist for others
    Given "Survey of Dock 4" waits for approval
    When Priya tries to read Sara's newest notification
    Then she is refused as unknown
    When Priya tries to mark Sara's newest notification as read
    Then she is refused as unknown
    And Sara has 1 unread notification
