@notifications
Feature: What is told of sales
  Who has to do something with a deal or a payment, or waits for what becomes of it, is told. Who
  did it knows already.

  Background:
    Given Sara is a supervisor, Sasha a salesperson and Vito a verifier at Acme
    And Ada is an administrator at Acme

  @NTF-009 @critical @integration @requires.database @requires.queue
  Scenario: A new deal is told to administrators and supervisors, with its value
    When Sasha makes the deal "Lifts" of 30000.00
    Then Sara is notified of "New deal DLID0001 of 30000.00 USD"
    And Ada is notified of "New deal DLID0001 of 30000.00 USD"
    And Sara has 1 unread notification
    And Ada has 1 unread notification
    And Vito got no notification at all
    And Sasha got no notification at all

  @NTF-009 @normal @integration @requires.database @requires.queue
  Scenario: Who makes a deal is not told of it
    When Sara makes the deal "Lifts" of 30000.00
    Then Ada is notified of "New deal DLID0001 of 30000.00 USD"
    And Sara got no notification at all

  @NTF-010 @critical @integration @requires.database @requires.queue
  Scenario: A recorded payment is told to whoever is a verifier now, and not to who recorded it
    Given Toni is a verifier at Acme
    And Tara is a salesperson at Acme
    And Sasha has the deal "Lifts" of 30000.00
    And Toni has become an operator
    And Tara has become a verifier
    When Sasha records a payment of 500.00 on the deal
    Then Vito is notified of "Payment TXN-0001 to verify: 500.00 USD"
    And Tara is notified of "Payment TXN-0001 to verify: 500.00 USD"
    And Toni got no notification "Payment TXN-0001 to verify: 500.00 USD"
    And Sasha got no notification at all

  @NTF-010 @critical @integration @requires.database @requires.queue
  Scenario: An administrator who records a payment is not asked to verify it
    Given Sasha has the deal "Lifts" of 30000.00
    When Ada records a payment of 500.00 on the deal
    Then Vito is notified of "Payment TXN-0001 to verify: 500.00 USD"
    And Ada got no notification "Payment TXN-0001 to verify: 500.00 USD"

  @NTF-011 @critical @integration @requires.database @requires.queue
  Scenario: What becomes of a payment is told to the deal's owner, with the reason where there is one
    Given Sasha has the deal "Lifts" of 500.00
    And Sara has recorded a payment of 200.00 on the deal
    And Sara has recorded a payment of 300.00 on the deal
    When Vito verifies the payment "TXN-0001"
    And Vito rejects the payment "TXN-0002" for the reason "cheque_bounce"
    And Ada refunds the payment "TXN-0001", saying "Sent twice"
    Then Sasha is notified of "Payment TXN-0001 verified: 200.00 USD"
    And Sasha is told why with "Payment TXN-0002 rejected: 300.00 USD": "cheque_bounce"
    And Sasha is told why with "Payment TXN-0001 refunded: 200.00 USD": "Sent twice"
    And Sasha has 3 unread notifications

  @NTF-011 @normal @integration @requires.database @requires.queue
  Scenario: An approved and a paid commission are told to whose it is, each time
    Given Sara has made the commission of Sasha with
      | field | value |
      | bonus | 25.50 |
    When Sara approves the commission
    And Ada reopens the commission
    And Ada approves the commission
    And Sara pays the commission
    Then Sasha got exactly 2 notifications "Commission approved: 25.50 USD"
    And Sasha got exactly 1 notification "Commission paid: 25.50 USD"

  @NTF-012 @critical @contract @requires.database @requires.queue
  Scenario: What is told of a deal and a payment names the record, its number and its amount
    Given Sasha has the deal "Lifts" of 30000.00
    And Sara has recorded a payment of 500.00 on the deal
    Then the notification "New deal DLID0001 of 30000.00 USD" of Sara is unread, of just now, and about
      | kind         | object_type | number   | amount   | currency |
      | deal.created | deal        | DLID0001 | 30000.00 | USD      |
    And it names the deal "Lifts"
    And the notification "Payment TXN-0001 to verify: 500.00 USD" of Vito is unread, of just now, and about
      | kind             | object_type | number   | amount | currency |
      | payment.recorded | payment     | TXN-0001 | 500.00 | USD      |
    And it names the payment "TXN-0001"

  @NTF-016 @blocker @security @requires.database @requires.queue
  Scenario: Deals and payments of one tenant are told to nobody of another
    Given Gleb is an administrator at Globex
    And Gina is a verifier at Globex
    And Gleb and Gina look at all that they may be told
    And Sasha has the deal "Lifts" of 30000.00
    And Sasha has recorded a payment of 500.00 on the deal, which Vito has verified
    Then Sasha is notified of "Payment TXN-0001 verified: 500.00 USD"
    And Gleb and Gina are told nothing at all
    And Gleb got no notification at all
    And Gina got no notification at all

  @NTF-020 @critical @performance @alone @requires.database @requires.queue
  Scenario: A verifier is told of a payment at once
    Given Sasha has the deal "Lifts" of 30000.00
    And Vito looks at her own affairs
    When Sasha records a payment of 500.00 on the deal
    Then within 2 seconds Vito is told "Payment TXN-0001 to verify: 500.00 USD"
    And the newest notification of Vito is just that, unread
