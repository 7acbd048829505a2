@work_orders
Feature: Drafting and submitting a work order
  A draft needs no more than a title. What is submitted says where and when the work is to be done,
  and gets its tenant's next number.

  Background:
    Given Olga is an operator at Acme
    And Sara is a supervisor at Acme
    And Wes is a worker at Acme

  @WO-016 @critical @contract @requires.database
  Scenario: An order without a title is not drafted
    When Olga tries to draft the order "Repair of the crane" without a title
    Then she is refused as incomplete, since title is required
    And Olga finds no order

  @WO-016 @critical @contract @requires.database
  Scenario Outline: An order is due after its planned start
    When Olga tries to draft the order "Repair of the crane" that is due <seconds> seconds after its planned start
    Then <outcome>

    Examples: before, at, and after it
      | seconds | outcome                                              |
      | -1      | she is refused as incomplete, since due_at is out of range |
      | 0       | she is refused as incomplete, since due_at is out of range |
      | 1       | she succeeds                                         |

  @WO-016 @critical @contract @requires.database
  Scenario Outline: What makes no sense is not drafted
    When Olga tries to draft the order "Repair of the crane" with the <field> "<value>"
    Then she is refused as incomplete, since <place> is <fault>
    And Olga finds no order

    Examples: unknown words, and people for whom it is not
      | field     | value | place        | fault       |
      | priority  | huge  | priority     | not allowed |
      | permit    | cool  | permit_type  | not allowed |
      | permit    | hot   | verifiers    | required    |
      | verifiers | Sara  | verifiers    | not allowed |
      | approvers | Wes   | approvers.0  | not allowed |
      | approvers | Olga  | approvers.0  | not allowed |
      | assignee  | Sara  | assignee_id  | not allowed |

  @WO-016 @normal @contract @requires.database
  Scenario Outline: A change is looked at like a draft
    Given Olga has drafted the order "Repair of the crane"
    When Olga tries to change the <field> of the order to "<value>"
    Then she is refused as incomplete, since <place> is <fault>
    And nothing about the order has changed

    Examples: a title that is none, and what does not fit the rest
      | field         | value                     | place     | fault        |
      | title         |                           | title     | too short    |
      | priority      | huge                      | priority  | not allowed  |
      | due_at        | 2001-01-01T00:00:00Z      | due_at    | out of range |
      | planned_start | 2999-01-01T00:00:00+02:00 | due_at    | out of range |
      | verifiers     | Sara                      | verifiers | not allowed  |
      | status        | closed                    | status    | read-only    |

  @WO-016 @normal @contract @requires.database
  Scenario Outline: What is submitted says where and when
    Given Olga has drafted the order "Repair of the crane" as follows
      | field     | value   |
      | <without> | nothing |
    When Olga tries to submit the order
    Then she is refused as incomplete, since <without> is required
    And nothing about the order has changed

    Examples: each of what is needed
      | without       |
      | site_id       |
      | planned_start |
      | due_at        |

  @WO-022 @critical @concurrency @requires.database
  Scenario: Twenty orders that are submitted at once have twenty numbers
    Given Olga has drafted 20 orders
    When Olga submits all of them at the same moment
    Then exactly 20 of them are accepted
    And Olga's orders have 20 different numbers, from 1 on without a gap

  @WO-022 @critical @integration @requires.database
  Scenario: Each tenant counts its own orders
    Given Gleb is an operator at Globex
    And Olga has the order "Repair of the crane", which is submitted
    And Gleb has the order "Wheel of the mill", which is submitted
    Then the order "Repair of the crane" has the number "WO-00001"
    And the order "Wheel of the mill" has the number "WO-00001"

  @WO-022 @critical @integration @requires.database
  Scenario: A refused submission leaves no gap, and a draft has no number
    Given Olga has drafted the order "Paint for the gate" as follows
      | field   | value   |
      | site_id | nothing |
    When Olga tries to submit the order
    Then she is refused as incomplete, since site_id is required
    And the order has no number
    Given Olga has the order "Repair of the crane", which is submitted
    Then the order has the number "WO-00001"

  @WO-022 @normal @integration @requires.database
  Scenario: An order keeps the number of its first submission
    Given Olga has the order "Repair of the crane", which is submitted
    When Sara rejects the order with the words "Which crane?"
    Then the order has the number "WO-00001"
    When Olga submits the order
    Given Olga has the order "Paint for the gate", which is submitted
    Then the order "Repair of the crane" has the number "WO-00001"
    And the order "Paint for the gate" has the number "WO-00002"

  @API-053 @critical @integration @requires.database
  Scenario: A change of what has changed meanwhile is refused
    Given Olga has drafted the order "Repair of the crane"
    When Olga changes the title of the order to "Repair of the big crane"
    And Olga tries to change the title of the order from version 1
    Then she is refused as outdated, since there is version 2 now
    And nothing about the order has changed
    When Olga tries to change the title of the order from version 2
    Then she succeeds
    And the order is called "Something else"
