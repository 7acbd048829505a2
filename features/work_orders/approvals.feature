@work_orders
Feature: Those who are named decide about a work order
  A submitted order is approved when all of its approvers have approved it. One who rejects it gives
  it back to its author, and everything is decided anew.

  Background:
    Given Olga is an operator at Acme
    And Sara is a supervisor at Acme
    And Tom is a supervisor at Acme
    And Olga has submitted the order "Repair of the crane" as follows
      | field     | value     |
      | approvers | Sara, Tom |
      | vendor    | Vik       |

  @WO-002 @blocker @e2e @requires.database @requires.mail @requires.queue
  Scenario: An order is approved when the last of its approvers has approved it
    Then Sara is mailed "Approval wanted: Repair of the crane"
    And Tom is mailed "Approval wanted: Repair of the crane"
    And Sara got exactly 1 notification "Approval wanted: Repair of the crane"
    When Sara approves the order
    Then the order is still submitted
    When Tom approves the order
    Then the order is approved
    And Olga got exactly 1 notification "Approved: Repair of the crane"

  @WO-002 @normal @integration @requires.database
  Scenario: Who is not asked is not told
    Given Uma is a supervisor at Acme
    Then Tom is notified of "Approval wanted: Repair of the crane"
    And Uma got no notification at all

  @WO-003 @blocker @e2e @requires.database
  Scenario: A rejected order is corrected, resubmitted, and decided anew
    Given Sara approves the order with the words "Fine"
    When Tom rejects the order with the words "Which crane?"
    Then the order is draft
    And Olga is notified of "Rejected: Repair of the crane"
    When Olga changes the description of the order to "The one at the gate"
    And Olga submits the order
    Then the decisions on the order are
      | round | person | part     | decision | words        |
      | 1     | Sara   | approver | approved | Fine         |
      | 1     | Tom    | approver | rejected | Which crane? |
      | 2     | Sara   | approver | pending  |              |
      | 2     | Tom    | approver | pending  |              |

  @WO-003 @critical @integration @requires.database
  Scenario: What was approved before a rejection does not count after it
    Given Sara approves the order
    And Tom rejects the order with the words "Which crane?"
    And Olga submits the order
    When Tom approves the order
    Then the order is still submitted
    When Sara approves the order
    Then the order is approved
    And Tom got exactly 2 notifications "Approval wanted: Repair of the crane"

  @WO-003 @critical @integration @requires.database
  Scenario: The history of a rejected order keeps who rejected it and why
    When Tom rejects the order with the words "Which crane?"
    And Olga submits the order
    Then the history of the order is
      | from      | to        | by   | words        |
      |           | draft     | Olga |              |
      | draft     | submitted | Olga |              |
      | submitted | draft     | Tom  | Which crane? |
      | draft     | submitted | Olga |              |

  @WO-021 @critical @concurrency @requires.database
  Scenario: Two approvers who approve at the same moment both count
    When Sara and Tom approve the order at the same moment
    Then exactly 2 of them are accepted
    And the order is approved
    And the decisions on the order are
      | round | person | part     | decision | words |
      | 1     | Sara   | approver | approved |       |
      | 1     | Tom    | approver | approved |       |
    And Olga got exactly 1 notification "Approved: Repair of the crane"

  @WO-021 @critical @concurrency @requires.database
  Scenario: An order that one approves while another rejects it is a draft
    When Sara approves and Tom rejects the order at the same moment
    Then the order is draft
    And Olga got exactly 1 notification "Rejected: Repair of the crane"
    And Olga got no notification "Approved: Repair of the crane"

  @WO-004 @critical @integration @requires.database
  Scenario: Who has decided does not decide again in the same round
    Given Sara approves the order
    When Sara tries to approve the order once more
    Then she is refused, since from submitted it can only become approved, draft and cancelled
    When Sara tries to reject the order
    Then she is refused, since from submitted it can only become approved, draft and cancelled
    And nothing about the order has changed

  @WO-017 @blocker @security @requires.database
  Scenario Outline: Who is not among the approvers does not decide
    Given Uma is <role> at Acme
    When Uma tries to <verb> the order
    Then she is refused as not allowed
    And nothing about the order has changed

    Examples: whatever the role
      | role             | verb    |
      | a supervisor     | approve |
      | a supervisor     | reject  |
      | an administrator | approve |
      | an administrator | reject  |
      | an operator      | approve |
      | a worker         | approve |
      | a viewer         | reject  |

  @WO-017 @blocker @security @requires.database
  Scenario Outline: The author of an order never decides about it
    Given Sara has submitted the order "Paint for the gate" as follows
      | field     | value       |
      | approvers | <approvers> |
      | vendor    | Vik         |
    When Sara tries to <verb> the order
    Then she is refused as not allowed
    And nothing about the order has changed

    Examples: named or not
      | approvers | verb    |
      | Tom       | approve |
      | Sara, Tom | approve |
      | Sara, Tom | reject  |

  @WO-017 @critical @security @requires.database
  Scenario: Where nobody is named any supervisor decides, but not the author
    Given Sara has submitted the order "Paint for the gate" as follows
      | field  | value |
      | vendor | Vik   |
    When Sara tries to approve the order
    Then she is refused as not allowed
    And nothing about the order has changed
    When Tom approves the order
    Then the order is approved
