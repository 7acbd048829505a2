@audit
Feature: What is sold is told
  Each thing that is done to a client, a deal, a payment or a commission stands in the trail once.
  What follows from it by itself does not stand there again, and what was refused not at all.

  Background:
    Given Sara is a supervisor, Sasha a salesperson and Vito a verifier at Acme

  @AUD-003 @blocker @security @requires.database
  Scenario: A client, a deal and a payment leave one event each, with what was sent
    Given the trail of Acme is followed from here on
    When Sasha adds the client "Nord Ltd"
    And Sasha makes the deal "Lifts" of 100000.00
    And Sasha records a payment of 100000.00 on the deal
    Then since then the trail of Acme tells exactly, apart from who was told
      | who   | kind    | deed           | of       |
      | Sasha | created | client.create  | Nord Ltd |
      | Sasha | created | deal.create    | Lifts    |
      | Sasha | created | payment.create | TXN-0001 |
    And with deal.create it tells the value "100000.00"
    And with payment.create it tells the amount "100000.00"
    And with client.create it tells the name "Nord Ltd"

  @AUD-004 @critical @security @requires.database
  Scenario: What is done to a client and a deal is told once, without what follows from it
    Given Sasha has the client "Nord Ltd"
    And the trail of Acme is followed from here on
    When Sasha makes the deal "Lifts" of 500.00
    And Sasha changes the name of the deal to "Lifts and doors"
    And Sara marks the client as a bad debtor
    And Sara forgives the client the debt
    And Sasha cancels the deal
    And Sasha deletes the deal
    And Sasha deletes the client
    Then since then the trail of Acme tells exactly, apart from who was told
      | who   | kind          | deed            | of       |
      | Sasha | created       | deal.create     | Lifts    |
      | Sasha | updated       | deal.update     | Lifts    |
      | Sara  | state changed | client.bad_debt | Nord Ltd |
      | Sara  | state changed | client.bad_debt | Nord Ltd |
      | Sasha | state changed | deal.cancel     | Lifts    |
      | Sasha | deleted       | deal.delete     | Lifts    |
      | Sasha | deleted       | client.delete   | Nord Ltd |

  @AUD-004 @critical @security @requires.database
  Scenario: Each decision on a payment is told once, whatever it does to deal, client and invoice
    Given Ada is an administrator at Acme
    And Sasha has the deal "Lifts" of 500.00
    And Sasha has recorded a payment of 500.00 on the deal
    And the trail of Acme is followed from here on
    When Vito verifies the payment
    And Ada refunds the payment, saying "Sent twice"
    And Sasha records a payment of 100.00 on the deal
    And Vito rejects the payment
    Then since then the trail of Acme tells exactly, apart from who was told
      | who   | kind          | deed           | of       |
      | Vito  | state changed | payment.verify | TXN-0001 |
      | Ada   | state changed | payment.refund | TXN-0001 |
      | Sasha | created       | payment.create | TXN-0002 |
      | Vito  | state changed | payment.reject | TXN-0002 |

  @AUD-004 @critical @security @requires.database
  Scenario: What is done to a commission is told once
    Given Ada is an administrator at Acme
    And the trail of Acme is followed from here on
    When Sara makes the commission of Sasha
    And Sara changes the rate of the commission to "8.00"
    And Sara approves the commission
    And Ada reopens the commission
    And Ada approves the commission
    And Sara pays the commission
    Then since then the trail of Acme tells exactly, apart from who was told
      | who  | kind          | deed               | of    |
      | Sara | created       | commission.create  | Sasha |
      | Sara | updated       | commission.update  | Sasha |
      | Sara | state changed | commission.approve | Sasha |
      | Ada  | state changed | commission.reopen  | Sasha |
      | Ada  | state changed | commission.approve | Sasha |
      | Sara | state changed | commission.pay     | Sasha |

  @AUD-004 @critical @security @requires.database
  Scenario: Of what was refused the trail tells no success
    Given Sasha has the deal "Lifts" of 500.00
    And Sasha has recorded a payment of 300.00 on the deal, which Vito has verified
    And the trail of Acme is followed from here on
    When Sasha tries to make a deal of 0.00
    And Sasha tries to record a payment of 200.01 on the deal
    And Sasha tries to cancel the deal
    And Vito tries to verify the payment
    And Sasha tries to delete the client
    Then since then the trail of Acme tells nothing
    When Vito tries to refund the payment
    Then since then the trail of Acme tells exactly
      | who  | kind              | deed           | of       |
      | Vito | permission denied | payment.refund | TXN-0001 |

  @AUD-004 @critical @security @requires.database
  Scenario: What cannot be told is not sold
    Given Sasha has the client "Nord Ltd"
    And the trail of Acme is followed from here on
    And events can be stored no more
    When Sasha tries to make a deal for the client "Nord Ltd"
    Then she is refused as impossible, since it cannot be told
    When events can be stored again
    Then Sasha finds no deal
    And since then the trail of Acme tells nothing
