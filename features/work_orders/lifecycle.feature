@work_orders
Feature: The life of a work order
  Somebody drafts what is to be done, those who may agree to it, and whoever is to do it does it and
  writes down what was found. Each step stays in the order's history.

  Background:
    Given Olga is an operator at Acme
    And Sara is a supervisor at Acme
    And Wes is a worker at Acme

  @smoke @WO-001 @blocker @e2e @requires.database
  Scenario: A work order goes from its draft to its end, and its history tells of each step
    Given Olga has submitted the order "Repair of the crane" as follows
      | field     | value                              |
      | checklist | Pressure (number, required, 1 to 5) |
    When Sara assigns the order to Wes
    And Sara approves the order with the words "Before the storm"
    And Wes starts the order
    And Wes answers "Pressure" of the order with "3.5"
    And Wes completes the order with the words "Turns again"
    And Sara closes the order with the words "Seen and tested"
    Then the history of the order is
      | from        | to          | by   | words            |
      |             | draft       | Olga |                  |
      | draft       | submitted   | Olga |                  |
      | submitted   | approved    | Sara | Before the storm |
      | approved    | in_progress | Wes  |                  |
      | in_progress | completed   | Wes  | Turns again      |
      | completed   | closed      | Sara | Seen and tested  |
    And Wes got exactly 1 notification "Assigned to you: Repair of the crane"

  @WO-001 @WO-004 @critical @e2e @requires.database
  Scenario: What was not done well is taken up again, and done a second time
    Given Olga has the order "Repair of the crane", which is completed, for Wes
    When Sara reopens the order with the words "It still squeaks"
    Then the order is in_progress
    When Wes completes the order with the words "Oiled"
    And Sara closes the order with the words "Silent"
    Then the order is closed
    And Olga got exactly 2 notifications "Completed: Repair of the crane"
    And Sara got exactly 2 notifications "Completed: Repair of the crane"

  @WO-013 @critical @contract @requires.database
  Scenario Outline: What others will ask about is not done without a comment
    Given Olga has the order "Repair of the crane", which is <state>
    And Ada is an administrator at Acme
    When Ada tries to <verb> the order without a comment
    Then she is refused as incomplete, since comment is required
    When Ada tries to <verb> the order with a comment of 0 characters
    Then she is refused as incomplete, since comment is too short
    And nothing about the order has changed

    Examples: whatever needs one
      | state       | verb     |
      | submitted   | reject   |
      | in_progress | complete |
      | completed   | close    |
      | completed   | reopen   |
      | draft       | cancel   |
      | submitted   | cancel   |
      | approved    | cancel   |
      | in_progress | cancel   |

  @WO-013 @normal @contract @requires.database
  Scenario: A comment has up to two thousand characters
    Given Olga has the order "Repair of the crane", which is submitted
    When Sara tries to reject the order with a comment of 2001 characters
    Then she is refused as incomplete, since comment is too long
    And nothing about the order has changed
    When Sara tries to reject the order with a comment of 2000 characters
    Then she succeeds

  @WO-014 @critical @integration @requires.database
  Scenario: Nobody approves work that nobody would do
    Given Olga has submitted the order "Repair of the crane" as follows
      | field     | value |
      | approvers | Sara  |
    When Sara tries to approve the order
    Then she is refused as incomplete, since assignee_id is required
    And nothing about the order has changed
    When Sara assigns the order to Wes
    And Sara approves the order
    Then the order is approved

  @WO-014 @normal @integration @requires.database
  Scenario: A vendor is as good as a worker
    Given Olga has submitted the order "Repair of the crane" as follows
      | field  | value |
      | vendor | Vik   |
    When Sara approves the order
    Then the order is approved

  @partly.WO-005 @normal @contract @requires.database
  Scenario: Lists and histories know the states of the business and no others
    Given Olga has the order "Round 1", which is draft
    And Olga has the order "Round 2", which is submitted
    And Olga has the order "Round 3", which is approved
    And Olga has the order "Round 4", which is in_progress
    And Olga has the order "Round 5", which is completed
    And Olga has the order "Round 6", which is closed
    And Olga has the order "Round 7", which is cancelled
    Then the states that Olga finds of orders are those of the business and no others
