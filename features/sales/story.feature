@sales @workflow @financial
Feature: From a client to a commission
  A salesperson finds a client, sells, and the client pays. A verifier says that the money is there,
  and the salesperson is paid a part of it.

  Background:
    Given Sara is a supervisor, Sasha a salesperson and Vito a verifier at Acme

  @SAL-001 @SAL-057 @blocker @e2e @limit.seconds=60 @requires.database
  Scenario: A sale from the client to the commission
    Given Sasha has the client "Nord Ltd"
    And Sasha has the deal "Lifts" of 25000.00
    And Sasha has recorded a payment of 25000.00 on the deal
    When Vito verifies the payment
    Then the deal is paid, with 25000.00 paid, 0.00 pending and 0.00 outstanding
    And the payment is verified with 25000.00 by Vito, and so is its invoice
    When Sara makes the commission of Sasha at 5.00 percent
    Then the commission comes to 1250.00 on sales of 25000.00
    And the client "Nord Ltd" is clear

  @SAL-002 @critical @integration @requires.database
  Scenario: Each part of a sale is reached from the others
    Given Sasha has the client "Nord Ltd"
    And Sasha has the deal "Lifts" of 25000.00
    And Sasha has recorded a payment of 25000.00 on the deal, which Vito has verified
    And Sara has made the commission of Sasha
    Then from the client "Nord Ltd" to the commission of Sasha each record names the next, and is found from it

  @SAL-003 @blocker @integration @requires.database
  Scenario: A deal goes from open to part_paid to paid with the money that comes
    Given Sasha has the deal "Lifts" of 50000.00
    Then the deal is open, with 0.00 paid, 0.00 pending and 50000.00 outstanding
    Given Sasha has recorded a payment of 20000.00 on the deal, which Vito has verified
    Then the deal is part_paid, with 20000.00 paid, 0.00 pending and 30000.00 outstanding
    Given Sasha has recorded a payment of 30000.00 on the deal
    Then the deal is part_paid, with 20000.00 paid, 30000.00 pending and 0.00 outstanding
    When Vito verifies the payment
    Then the deal is paid, with 50000.00 paid, 0.00 pending and 0.00 outstanding

  @SAL-004 @blocker @integration @requires.database
  Scenario: Three payments add up to the whole to the cent
    Given Sasha has the deal "Lifts" of 50000.00
    And Sasha has recorded a payment of 20000.00 on the deal, which Vito has verified
    And Sasha has recorded a payment of 15000.00 on the deal, which Vito has verified
    And Sasha has recorded a payment of 15000.00 on the deal, which Vito has verified
    Then the deal is paid, with 50000.00 paid, 0.00 pending and 0.00 outstanding
    And its progress is 100.00 percent

  @SAL-006 @blocker @e2e @requires.database @requires.queue
  Scenario: A verified payment is the same wherever one looks
    Given Sasha has the deal "Lifts" of 15000.00
    And Sasha has recorded a payment of 15000.00 on the deal
    And the trail of Acme is followed from here on
    When Vito verifies the payment
    Then the payment is verified with 15000.00 by Vito, and so is its invoice
    And the deal is paid, with 15000.00 paid, 0.00 pending and 0.00 outstanding
    And the sales dashboard of Sara totals
      | currency | deal_value | paid     | pending | outstanding |
      | USD      | 15000.00   | 15000.00 | 0.00    | 0.00        |
    And the trail tells that 15000.00 of the payment was verified
    And Sasha is notified of "Payment TXN-0001 verified: 15000.00 USD"

  @SAL-054 @blocker @concurrency @requires.database
  Scenario: Five people sell at the same moment, and nothing of it is mixed up
    Given Acme has 5 salespeople
    When each of them adds a client, makes a deal of 10000.00 and records a payment of 10000.00, all at the same moment
    Then all of that succeeds
    And exactly 5 clients, 5 deals and 5 payments are at Acme, each with what belongs to it
