@datastores
Feature: What the datastores hold of a mission
  PostgreSQL is the only record of business data, and Redis shows where a mission stands. Both
  agree with what people are told, and nothing of a scenario stays behind.

  Background:
    Given Priya runs missions at Acme

  @DAT-002 @critical @integration @requires.database @requires.stand_ins
  Scenario: A mission stands in PostgreSQL exactly as it was answered
    Given Gleb runs missions at Globex
    And a mission "Survey of the mill" over 1 target
    And what Globex has is noted
    And Priya has a mission "Survey of Dock 4" over 2 targets
    Then PostgreSQL holds the mission with its id, name, status, scope and creator
    When Priya renames it to "Survey of Dock 5"
    Then PostgreSQL holds the mission with its id, name, status, scope and creator
    When she deletes it
    Then PostgreSQL holds nothing of it
    And what Globex has is as it was

  @DAT-015 @normal @integration @alone @requires.database @requires.cache @requires.stand_ins
  Scenario: Redis shows where a mission stands
    Given a mission "Survey of Dock 4" over 2 targets
    And its second target takes its time to answer
    When Priya starts it
    And its first target has been surveyed, and its second is just being asked
    Then within 1 second Redis agrees with PostgreSQL about the mission
    When its second target answers
    Then it completes
    And within 1 second Redis agrees with PostgreSQL about the mission
    When she deletes it
    Then within 1 second Redis holds nothing of the mission

  @smoke @SUI-081 @blocker @integration @requires.database @requires.cache @requires.queue @requires.stand_ins
  Scenario: Nothing of a scenario stays behind
    Given a mission "Survey of Dock 4" over 2 targets
    And Priya has started "Survey of Dock 4"
    And it has completed
    When all that the scenario made is cleared away
    Then PostgreSQL, Redis and the task queue hold what was prepared for all, and nothing else
