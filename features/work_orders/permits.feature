@work_orders
Feature: Dangerous work needs a permit
  A permit is given in two steps: all verifiers say that it may be, then all approvers. When it is
  given, the vendor and those who watch over the site are mailed.

  Background:
    Given Olga is an operator at Acme
    And Sara is a supervisor at Acme
    And Tom is a supervisor at Acme
    And Uma is a supervisor at Acme
    And Olga has submitted the order "Welding at the tank" as follows
      | field     | value     |
      | permit    | hot       |
      | verifiers | Sara, Tom |
      | approvers | Uma       |
      | vendor    | Vik       |

  @WO-006 @blocker @e2e @requires.database @requires.mail @requires.queue
  Scenario: A permit is verified by all, then approved
    Then Tom is notified of "Verification wanted: Welding at the tank"
    And Uma got no notification at all
    When Sara verifies the order
    Then the permit of the order is pending_verification
    When Tom verifies the order
    Then the permit of the order is pending_approval
    And Uma is mailed "Approval wanted: Welding at the tank"

  @WO-006 @critical @integration @requires.database
  Scenario: The approvers wait for the verifiers
    Given Sara verifies the order
    When Uma tries to approve the order
    Then she is refused, since from submitted it can only become approved, draft and cancelled
    And nothing about the order has changed
    When Tom verifies the order
    And Uma approves the order
    Then the order is approved, and so is its permit

  @WO-006 @WO-007 @critical @integration @requires.database
  Scenario Outline: Who is no verifier does not verify, and nobody verifies twice
    When <somebody> tries to verify the order
    Then she is refused as not allowed
    And nothing about the order has changed
    When Sara verifies the order
    And Sara tries to verify the order once more
    Then she is refused, since from submitted it can only become approved, draft and cancelled
    And nothing about the order has changed

    Examples: an approver, and the author
      | somebody |
      | Uma      |
      | Olga     |

  @WO-007 @critical @e2e @requires.database
  Scenario: One verifier's no is enough, and then all decide anew
    Given Sara verifies the order
    When Tom says no to the permit of the order with the words "There is gas"
    Then the order is a draft again, and its permit rejected
    And Olga is notified of "Rejected: Welding at the tank"
    When Olga submits the order
    Then the decisions on the order are
      | round | person | part     | decision | words        |
      | 1     | Sara   | verifier | approved |              |
      | 1     | Tom    | verifier | rejected | There is gas |
      | 1     | Uma    | approver | pending  |              |
      | 2     | Sara   | verifier | pending  |              |
      | 2     | Tom    | verifier | pending  |              |
      | 2     | Uma    | approver | pending  |              |

  @WO-007 @critical @e2e @requires.database
  Scenario: An approver's no lets the verifiers begin again, too
    Given Sara verifies the order
    And Tom verifies the order
    When Uma rejects the order with the words "Not on a Sunday"
    Then the order is a draft again, and its permit rejected
    When Olga submits the order
    And Uma tries to approve the order
    Then she is refused, since from submitted it can only become approved, draft and cancelled

  @WO-013 @normal @contract @requires.database
  Scenario: A verifier who says no says why
    When Sara tries to say no to the permit of the order without a comment
    Then she is refused as incomplete, since comment is required
    And nothing about the order has changed

  @WO-008 @critical @e2e @requires.database @requires.mail @requires.queue
  Scenario: When a permit is given, the vendor and the site's security are mailed once
    Given the security of Acme has a mailbox
    And the security of the order's site has a mailbox
    And Sara and Tom verify the order
    When Uma approves the order
    Then Vik got exactly 1 mail, each with a link of its own
    And the security of the site got exactly one mail "Permit approved: WO-00001"
    And the security of the tenant got no mail

  @WO-008 @normal @e2e @requires.database @requires.mail @requires.queue
  Scenario: Where a site has no security of its own, the tenant's is mailed
    Given the security of Acme has a mailbox
    And Sara verifies the order
    And Tom verifies the order
    When Uma approves the order
    Then the security of the tenant got exactly one mail "Permit approved: WO-00001"

  @WO-008 @normal @integration @requires.database @requires.mail @requires.queue
  Scenario: Nobody is mailed of a permit that was not given
    Given the security of the order's site has a mailbox
    And Sara verifies the order
    When Tom says no to the permit of the order with the words "There is gas"
    Then no mail came for Vik
    And the security of the site got no mail
