@sales
Feature: Decisions on payments
  A verifier says whether the money is there, and never of a payment that the same person recorded.
  An administrator may send the money back.

  Background:
    Given Sara is a supervisor, Sasha a salesperson and Vito a verifier at Acme
    And Sasha has the deal "Lifts" of 500.00

  @SAL-040 @critical @integration @requires.database
  Scenario Outline: Each decision is made where it is possible, and else leaves nothing behind
    Given Ada is an administrator at Acme
    When every decision is tried on payments of Sasha on the deal that are <state> by Vito
    Then <decisions> could be done to them, and what was refused left nothing behind

    Examples: every state
      | state    | decisions         |
      | pending  | verify and reject |
      | verified | refund            |
      | rejected | nothing           |
      | refunded | nothing           |

  @SAL-042 @blocker @integration @requires.database
  Scenario Outline: A rejected payment says why, and its amount is free for another
    Given Sasha has recorded a payment of 500.00 on the deal
    When Vito rejects the payment for the reason "<reason>"
    Then the payment is rejected by Vito for the reason "<reason>", and so is its invoice
    And the deal is open, with 0.00 paid, 0.00 pending and 500.00 outstanding
    When Sasha records a payment of 500.00 on the deal
    Then the deal is open, with 0.00 paid, 500.00 pending and 0.00 outstanding

    Examples: every reason there is
      | reason                         |
      | insufficient_funds             |
      | bank_decline                   |
      | technical_error                |
      | cheque_bounce                  |
      | payment_received_not_reflected |

  @SAL-042 @critical @contract @requires.database
  Scenario: No payment is rejected without one of the reasons
    Given Sasha has recorded a payment of 500.00 on the deal
    When Vito tries to reject the payment for no reason
    Then he is refused as incomplete, since failure_reason is required
    When Vito tries to reject the payment for the reason "bad_mood"
    Then he is refused as incomplete, since failure_reason is not allowed
    And the payment is still pending, and so is its invoice

  @SAL-017 @blocker @integration @requires.database
  Scenario: A refund takes the deal back, and happens once
    Given Ada is an administrator at Acme
    And Sasha has recorded a payment of 300.00 on the deal, which Vito has verified
    And Sasha has recorded a payment of 200.00 on the deal, which Vito has verified
    Then the deal is paid, with 500.00 paid, 0.00 pending and 0.00 outstanding
    When Ada refunds the payment "TXN-0002", saying "Sent twice"
    Then the payment "TXN-0002", which Vito had verified, is refunded for the reason "Sent twice", and its invoice is void
    And the deal is part_paid, with 300.00 paid, 0.00 pending and 200.00 outstanding
    When Ada tries to refund the payment "TXN-0002"
    Then she is refused, since a refunded payment can only become nothing
    And nothing about the payment has changed

  @SAL-017 @critical @integration @requires.database
  Scenario: A refund needs a reason, and a deal with nothing left is open again
    Given Ada is an administrator at Acme
    And Sasha has recorded a payment of 500.00 on the deal, which Vito has verified
    When Ada tries to refund the payment for no reason
    Then she is refused as incomplete, since reason is required
    And the payment is still verified, and so is its invoice
    When Ada refunds the payment, saying "Sent twice"
    Then the deal is open, with 0.00 paid, 0.00 pending and 500.00 outstanding

  @SAL-017 @critical @security @requires.database
  Scenario Outline: Only administrators send money back
    Given Toni is <role> at Acme
    And Sasha has recorded a payment of 300.00 on the deal, which Vito has verified
    When Toni tries to refund the payment
    Then she is refused as not allowed
    And nothing about the payment has changed

    Examples: every other role that has to do with sales
      | role          |
      | a supervisor  |
      | a salesperson |
      | a verifier    |
      | a viewer      |

  @SAL-048 @blocker @security @requires.database
  Scenario Outline: Only verifiers and administrators decide on a payment
    Given Toni is <role> at Acme
    And Sasha has recorded a payment of 300.00 on the deal
    When Toni tries to verify the payment
    Then she is refused as not allowed
    When Toni tries to reject the payment
    Then she is refused as not allowed
    And nothing about the payment has changed

    Examples: every other role that has to do with sales
      | role          |
      | a supervisor  |
      | a salesperson |
      | a viewer      |

  @SAL-049 @blocker @security @requires.database
  Scenario: Nobody decides on a payment that the same person recorded, not even an administrator
    Given Ada is an administrator at Acme
    And Abel is an administrator at Acme
    And Ada has recorded a payment of 300.00 on the deal
    When Ada tries to verify the payment
    Then she is refused as not allowed
    When Ada tries to reject the payment
    Then she is refused as not allowed
    And nothing about the payment has changed
    When Abel verifies the payment
    Then the payment is verified with 300.00 by Abel, and so is its invoice

  @SAL-049 @critical @security @requires.database
  Scenario: Who becomes a verifier still does not decide on the own payments
    Given Sasha has recorded a payment of 300.00 on the deal
    And Sasha has become a verifier
    When Sasha tries to verify the payment
    Then she is refused as not allowed
    And nothing about the payment has changed

  @SAL-052 @blocker @security @requires.database
  Scenario: A payment of another tenant does not exist, and no trail tells of a decision
    Given Gleb is a verifier at Globex
    And Sasha has recorded a payment of 300.00 on the deal
    And the trail of Acme is followed from here on
    And the trail of Globex is followed from here on
    When Gleb tries to read, verify and reject the payment
    Then all of it is refused as unknown
    And the payment is still pending, and so is its invoice
    And since then the trail of Acme tells nothing
    And since then the trail of Globex tells nothing

  @SAL-056 @blocker @concurrency @requires.database
  Scenario: Of two who verify a payment at the same moment one does, and the other is told
    Given Vera is a verifier at Acme
    And Sasha has recorded a payment of 300.00 on the deal
    When Vito and Vera verify the payment at the same moment
    Then exactly 1 of them is accepted
    And the other 1 is refused as impossible in its present state
    And the deal is part_paid, with 300.00 paid, 0.00 pending and 200.00 outstanding

  @SAL-056 @critical @concurrency @requires.database
  Scenario: Payments on one deal that are verified at the same moment all count
    Given Vera is a verifier at Acme
    And Sasha has recorded a payment of 100.00 on the deal
    And Sasha has recorded a payment of 150.00 on the deal
    And Sasha has recorded a payment of 250.00 on the deal
    When Vito and Vera verify every payment at the same moment
    Then exactly 3 of them are accepted
    And the deal is paid, with 500.00 paid, 0.00 pending and 0.00 outstanding
    And the client is clear
