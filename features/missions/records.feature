@missions
Feature: The record of a mission
  A mission is written down as it was asked for, can be renamed and deleted, and shows who made it
  and when.

  Background:
    Given Priya runs missions at Acme

  @MIS-003 @critical @integration @requires.database @requires.stand_ins
  Scenario: A mission is created, read, renamed and deleted
    Given a mission "Survey of Dock 4" as follows
      | field       | value                                |
      | description | North side, from the gate to the sea |
      | goals       | reach_all_targets, report            |
      | pause_ms    | 250                                  |
    Then reading it back gives every field as it was sent
    When Priya renames it to "Survey of Dock 5"
    Then it is called "Survey of Dock 5"
    When she deletes it
    Then it is unknown

  @MIS-023 @normal @contract @requires.database @requires.stand_ins
  Scenario: A mission shows its id, its constraints, its creator and its times
    Given a mission "Survey of Dock 4" as follows
      | field                | value                                |
      | description          | North side, from the gate to the sea |
      | max_duration_minutes | 90                                   |
    When Priya starts it
    Then it completes
    And it shows an id, its description, its constraints and Priya as its creator
    And its times of creation, start, end and last change are in UTC and in this order
