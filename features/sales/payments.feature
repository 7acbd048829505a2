@sales
Feature: Payments and their invoices
  A payment is recorded on a deal, up to what is outstanding, and has an invoice from its first
  moment. It counts once a verifier has said that the money is there.

  Background:
    Given Sara is a supervisor, Sasha a salesperson and Vito a verifier at Acme
    And Sasha has the deal "Lifts" of 500.00

  @SUI-023 @SAL-013 @critical @integration @requires.database
  Scenario Outline: A payment is just as it was sent, with the method that was sent
    When Sasha records a payment on the deal with
      | field  | value     |
      | amount | 120.50    |
      | method | <method>  |
      | paid_on | yesterday |
    Then the payment on the deal was recorded by Sasha, just as it was sent
    And the payment is pending, and so is its invoice
    And the deal is open, with 0.00 paid, 120.50 pending and 379.50 outstanding

    Examples: every method
      | method |
      | wallet |
      | bank   |
      | cheque |
      | cash   |

  @SAL-026 @SAL-027 @critical @contract @requires.database
  Scenario: A payment of one cent is recorded as one cent
    When Sasha records a payment of 0.01 on the deal
    Then the payment on the deal was recorded by Sasha, just as it was sent
    And the deal is open, with 0.00 paid, 0.01 pending and 499.99 outstanding
    When Vito verifies the payment
    Then the payment is verified with 0.01 by Vito, and so is its invoice
    And the deal is part_paid, with 0.01 paid, 0.00 pending and 499.99 outstanding

  @SAL-009 @SAL-010 @SAL-015 @blocker @e2e @requires.database
  Scenario: A verified payment counts, and its invoice follows it
    Given Sasha has recorded a payment of 200.00 on the deal
    And Sasha has recorded a payment of 100.00 on the deal
    Then the deal is open, with 0.00 paid, 300.00 pending and 200.00 outstanding
    When Vito verifies the payment "TXN-0001"
    Then the payment "TXN-0001" is verified with 200.00 by Vito, and so is its invoice
    And the payment "TXN-0002" is still pending, and so is its invoice
    And the deal is part_paid, with 200.00 paid, 100.00 pending and 200.00 outstanding
    And its progress is 40.00 percent

  @SAL-041 @critical @integration @requires.database
  Scenario: Only what was verified of a payment counts, and the rest is outstanding again
    Given Sasha has recorded a payment of 500.00 on the deal
    When Vito tries to verify 500.01 of the payment
    Then he is refused as incomplete, since verified_amount is out of range
    When Vito tries to verify 0.00 of the payment
    Then he is refused as incomplete, since verified_amount is out of range
    And nothing about the payment has changed
    When Vito verifies 499.99 of the payment
    Then the payment is verified with 499.99 by Vito, and so is its invoice
    And the deal is part_paid, with 499.99 paid, 0.00 pending and 0.01 outstanding
    And its progress is 100.00 percent

  @SAL-029 @blocker @integration @requires.database
  Scenario: No cent more is recorded than what is outstanding
    Given Sasha has recorded a payment of 200.00 on the deal, which Vito has verified
    And Sasha has recorded a payment of 100.00 on the deal
    When Sasha tries to record a payment of 200.01 on the deal
    Then she is refused, since no more than 200.00 is outstanding
    And nothing about the deal has changed
    And Sasha finds 2 payments
    When Sasha records a payment of 200.00 on the deal
    Then the deal is part_paid, with 200.00 paid, 300.00 pending and 0.00 outstanding
    When Sasha tries to record a payment of 0.01 on the deal
    Then she is refused, since no more than 0.00 is outstanding

  @SAL-037 @SAL-038 @critical @contract @requires.database
  Scenario Outline: What a payment cannot be is refused, with the field that is wrong
    When Sasha tries to record a payment on the deal with the <field> "<value>"
    Then she is refused as incomplete, since <field> is <fault>
    And she finds no payment
    And nothing about the deal has changed

    Examples: other currencies, days to come, and no amounts
      | field         | value    | fault        |
      | currency      | EUR      | not allowed  |
      | currency      | ZZZ      | not allowed  |
      | paid_on       | tomorrow | out of range |
      | paid_on       | null     | required     |
      | method        | barter   | not allowed  |
      | amount        | 10.001   | malformed    |
      | amount        | 0.00     | out of range |
      | amount        | -0.01    | out of range |
      | cheque_number | CHQ00001 | not allowed  |
      | status        | verified | no field of it |

  @SAL-038 @normal @contract @requires.database
  Scenario: A payment may be of today
    When Sasha records a payment on the deal with
      | field    | value |
      | paid_on  | today |
      | currency | USD   |
    Then the payment on the deal was recorded by Sasha, just as it was sent

  @SAL-039 @critical @contract @requires.database
  Scenario Outline: A cheque's number has 6 to 20 letters and digits
    When Sasha tries to record a payment by cheque on the deal with the number "<number>"
    Then she is refused as incomplete, since cheque_number is <fault>
    And she finds no payment

    Examples: none, one sign too few or too many, and another sign
      | number                | fault     |
      | null                  | required  |
      | CHQ01                 | too short |
      | CHQ012345678901234567 | too long  |
      | CHQ-0001              | malformed |

  @SAL-039 @critical @integration @requires.database
  Scenario: The number of a cheque is used once in a tenant
    Given Gleb is a salesperson at Globex
    And Gleb has the deal "Pumps" of 500.00
    When Sasha tries to record a payment by cheque on the deal "Lifts" with the number "CHQ001"
    Then she succeeds
    When Sasha tries to record a payment by cheque on the deal "Lifts" with the number "CHQ001"
    Then she is refused, since the cheque_number is taken
    And nothing about the deal has changed
    When Gleb tries to record a payment by cheque on the deal "Pumps" with the number "CHQ001"
    Then he succeeds
    And Sasha's payments are numbered "TXN-0001", and the invoices "INV-0001"

  @SAL-039 @normal @contract @requires.database
  Scenario Outline: A cheque's number may be as short and as long as that
    When Sasha tries to record a payment by cheque on the deal with the number "<number>"
    Then she succeeds
    And the payment on the deal was recorded by Sasha, just as it was sent

    Examples: 6 and 20 letters and digits
      | number               |
      | CHQ001               |
      | CHQ00112345678901234 |

  @SAL-055 @critical @concurrency @requires.database
  Scenario: Six payments at once are recorded where there is room for six
    Given Sasha has the deal "Stairs" of 10000.00
    When Sasha and Sara record 6 payments of 1000.00 on the deal "Stairs" at the same moment
    Then exactly 6 of them are accepted
    And the deal "Stairs" is open, with 0.00 paid, 6000.00 pending and 4000.00 outstanding
    And Sasha finds 6 payments

  @SAL-055 @blocker @concurrency @requires.database
  Scenario: Of six payments at once as many are recorded as there is room for
    Given Sasha has the deal "Stairs" of 3000.00
    When Sasha and Sara record 6 payments of 1000.00 on the deal "Stairs" at the same moment
    Then exactly 3 of them are accepted
    And the other 3 are refused as incomplete
    And the deal "Stairs" is open, with 0.00 paid, 3000.00 pending and 0.00 outstanding
    And Sasha's payments are numbered "TXN-0001, TXN-0002, TXN-0003", and the invoices "INV-0001, INV-0002, INV-0003"

  @SAL-055 @critical @concurrency @requires.database
  Scenario: Of two who record what is left at the same moment one does, and the other is told
    Given Sasha has recorded a payment of 300.00 on the deal, which Vito has verified
    When Sasha and Sara record 2 payments of 200.00 on the deal at the same moment
    Then exactly 1 of them is accepted
    And the other 1 is refused as incomplete
    And the deal is part_paid, with 300.00 paid, 200.00 pending and 0.00 outstanding

  @SAL-051 @blocker @security @requires.database
  Scenario: Two tenants whose deals have one number pay each on their own
    Given Gleb is a salesperson at Globex
    And Gleb has the deal "Pumps" of 500.00
    When Sasha records a payment of 100.00 on the deal "Lifts"
    And Gleb records a payment of 200.00 on the deal "Pumps"
    Then the deal "Lifts" has the number "DLID0001"
    And the deal "Pumps" has the number "DLID0001"
    And the deal "Lifts" is open, with 0.00 paid, 100.00 pending and 400.00 outstanding
    And the deal "Pumps" is open, with 0.00 paid, 200.00 pending and 300.00 outstanding
    And Sasha finds 1 payment
    And Gleb finds 1 payment

  @SAL-012 @normal @contract @requires.database
  Scenario: Payments are found by state, deal and day, and what waits to be verified comes oldest first
    Given Sasha has recorded a payment of 10.00 on the deal "Lifts"
    And Sasha has recorded a payment of 20.00 on the deal "Lifts"
    And Sasha has recorded a payment of 30.00 on the deal "Lifts", which Vito has verified
    And Sasha has recorded a payment on the deal "Lifts" with
      | field   | value     |
      | paid_on | yesterday |
    Then Vito is answered as follows on asking for payments
      | asked for                      | found                                  |
      | status pending                 | TXN-0001, TXN-0002, TXN-0004           |
      | status pending,verified        | TXN-0004, TXN-0003, TXN-0002, TXN-0001 |
      | status verified                | TXN-0003                               |
      | paid_on_to yesterday           | TXN-0004                               |
      | paid_on_from today             | TXN-0003, TXN-0002, TXN-0001           |
      | status rejected                |                                        |
