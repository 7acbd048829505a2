@sales
Feature: Deals
  A deal is sold to a client for a value in one currency. Where it stands follows from the money
  that has come, and from nothing else.

  Background:
    Given Sara is a supervisor, Sasha a salesperson and Vito a verifier at Acme

  @SAL-030 @SUI-023 @critical @integration @requires.database
  Scenario: A deal with a client is just as it was sent, open and unpaid
    Given Sasha has the client "Nord Ltd"
    When Sasha makes the deal "Lifts" with
      | field          | value     |
      | value          | 25000.00  |
      | currency       | SGD       |
      | due_date       | tomorrow  |
      | deal_date      | yesterday |
      | payment_method | wallet    |
      | source         | linkedin  |
    Then the deal "Lifts" is Sasha's, and just as it was sent

  @SAL-030 @critical @integration @requires.database
  Scenario: There is no deal with a client that one does not see
    Given Toni is a salesperson at Acme
    And Gleb is a salesperson at Globex
    And Gleb has the client "Globex Nord"
    And Toni has the client "Toni's"
    When Sasha tries to make a deal for the client "Globex Nord"
    Then she is refused as incomplete, since client_id is not known
    When Sasha tries to make a deal for the client "Toni's"
    Then she is refused as incomplete, since client_id is not known
    When Sasha tries to make a deal with the client_id "2b2cbb9c-3b7c-4b7e-8f61-53c1a2c6a111"
    Then she is refused as incomplete, since client_id is not known
    And Sara finds no deal

  @partly.SAL-008 @critical @contract @requires.database
  Scenario: A deal without a payment is made, read, changed, listed and deleted
    Given Sasha has the deal "Lifts" of 500.00
    And Sasha has the deal "Stairs" of 300.00
    When Sasha changes the currency of the deal "Lifts" to "EUR"
    And Sasha changes the name of the deal "Lifts" to "Lifts for Dock 4"
    Then the deal "Lifts" has the currency "EUR"
    And the deal "Lifts" has the name "Lifts for Dock 4"
    And Sasha finds the deals "Stairs, Lifts" and no other
    When Sasha deletes the deal "Lifts"
    Then she succeeds
    And the deal "Lifts" is gone

  @partly.SAL-008 @critical @integration @requires.database
  Scenario: A deal on which there was ever a payment stays
    Given Sasha has the deal "Lifts" of 500.00
    And Sasha has recorded a payment of 500.00 on the deal
    And Vito has rejected the payment
    When Sasha tries to delete the deal
    Then she is refused as in use
    And nothing about the deal has changed

  @SAL-031 @critical @contract @requires.database
  Scenario: Of a deal of which nothing is said each needed field is named
    When Sasha tries to make a deal of which nothing is said
    Then she is refused as incomplete, since these are required
      | field          |
      | client_id      |
      | name           |
      | value          |
      | currency       |
      | payment_method |
      | source         |
    And she finds no deal

  @SAL-032 @critical @contract @requires.database
  Scenario: A deal that nobody has cannot be read, changed or deleted, nor anything be done on it
    Given Sasha has the deal "Lifts" of 500.00
    When Sasha deletes the deal
    And Sasha tries to read, change, cancel and delete the deal, and to read what belongs to it
    Then all of it is refused as unknown

  @SAL-034 @SAL-027 @critical @contract @requires.database
  Scenario Outline: A value that is none is refused
    When Sasha tries to make a deal with the value "<value>"
    Then she is refused as incomplete, since value is <fault>
    And she finds no deal

    Examples: just too little, just too much, and no amounts
      | value           | fault        |
      | 0               | out of range |
      | 0.00            | out of range |
      | -5.00           | out of range |
      | 1000000000.00   | out of range |
      | 10.001          | malformed    |
      | 999999999.991   | malformed    |
      | 1e3             | malformed    |
      | 1,000.00        | malformed    |
      | NaN             | malformed    |
      | ١٠٠.٠٠          | malformed    |

  @SAL-034 @critical @contract @requires.database
  Scenario Outline: The smallest and the largest values are kept to the cent
    When Sasha makes the deal "Lifts" of <value>
    Then the deal "Lifts" has the value "<value>"

    Examples: from one cent to what an amount can be
      | value        |
      | 0.01         |
      | 100000000.00 |
      | 999999999.99 |

  @SAL-027 @critical @contract @requires.database
  Scenario: An amount is sent as text
    When Sasha tries to make a deal whose value is sent as the number 1000
    Then she is refused as incomplete, since value is of the wrong kind
    And she finds no deal

  @SAL-036 @critical @contract @requires.database
  Scenario Outline: What a deal cannot be is refused, with the field that is wrong
    When Sasha tries to make a deal with the <field> "<value>"
    Then she is refused as incomplete, since <field> is <fault>
    And she finds no deal

    Examples: words, currencies and days
      | field          | value      | fault        |
      | payment_method | barter     | not allowed  |
      | source         | newspaper  | not allowed  |
      | currency       | ZZZ        | not allowed  |
      | currency       | usd        | not allowed  |
      | due_date       | yesterday  | out of range |
      | due_date       | 2026-02-30 | malformed    |
      | deal_date      | today, 5   | malformed    |

  @SAL-036 @critical @contract @requires.database
  Scenario: A deal is not due before its own day, and may be due on it
    Given Sasha has the deal "Lifts" with
      | field     | value |
      | deal_date | today |
      | due_date  | today |
    When Sasha tries to change the deal_date of the deal to "tomorrow"
    Then she is refused as incomplete, since due_date is out of range
    And nothing about the deal has changed
    When Sasha changes the due_date of the deal to "tomorrow"
    And Sasha changes the deal_date of the deal to "tomorrow"
    Then the deal has the due_date "tomorrow"

  @SAL-011 @blocker @integration @requires.database
  Scenario: Where a deal stands is never sent, and its name and value are
    Given Sasha has the deal "Lifts" of 500.00
    When Sasha tries to change the status of the deal to "paid"
    Then she is refused as incomplete, since status is no field of it
    And nothing about the deal has changed
    When Sasha changes the value of the deal to "750.00"
    And Sasha changes the name of the deal to "Lifts and doors"
    Then the deal is open, with 0.00 paid, 0.00 pending and 750.00 outstanding

  @SAL-011 @critical @integration @requires.database
  Scenario: A deal's value never falls below the money that is paid or on its way
    Given Sasha has the deal "Lifts" of 500.00
    And Sasha has recorded a payment of 200.00 on the deal, which Vito has verified
    And Sasha has recorded a payment of 100.00 on the deal
    When Sasha tries to change the value of the deal to "299.99"
    Then she is refused as incomplete, since value is out of range
    And nothing about the deal has changed
    When Sasha changes the value of the deal to "300.00"
    Then the deal is part_paid, with 200.00 paid, 100.00 pending and 0.00 outstanding

  @SAL-011 @critical @integration @requires.database
  Scenario: A raised value takes a paid deal back, and a lowered one makes it paid
    Given Sasha has the deal "Lifts" of 500.00
    And Sasha has recorded a payment of 500.00 on the deal, which Vito has verified
    When Sasha changes the value of the deal to "500.01"
    Then the deal is part_paid, with 500.00 paid, 0.00 pending and 0.01 outstanding
    When Sasha changes the value of the deal to "500.00"
    Then the deal is paid, with 500.00 paid, 0.00 pending and 0.00 outstanding

  @SAL-037 @critical @integration @requires.database
  Scenario: The currency is fixed once there is a payment
    Given Sasha has the deal "Lifts" of 500.00
    And Sasha has recorded a payment of 100.00 on the deal
    When Sasha tries to change the currency of the deal to "EUR"
    Then she is refused as impossible, since there is a payment in the currency
    And nothing about the deal has changed

  @SAL-018 @critical @integration @requires.database
  Scenario: A deal without money is cancelled with a reason, and takes none any more
    Given Sasha has the deal "Lifts" of 500.00
    When Sasha cancels the deal
    Then the deal is cancelled
    And the deal has the cancel_reason "They bought elsewhere"
    When Sasha tries to record a payment of 100.00 on the deal
    Then she is refused, since a cancelled deal can only become nothing
    When Sasha tries to change the name of the deal to "Stairs"
    Then she is refused, since a cancelled deal can only become nothing
    When Sasha tries to cancel the deal
    Then she is refused, since a cancelled deal can only become nothing
    And Sasha finds no payment

  @SAL-018 @critical @integration @requires.database
  Scenario: With money on it or on its way a deal is not cancelled
    Given Sasha has the deal "Lifts" of 500.00
    And Sasha has recorded a payment of 200.00 on the deal
    When Sasha tries to cancel the deal
    Then she is refused as impossible, since a payment is pending
    When Vito verifies the payment
    And Sasha tries to cancel the deal
    Then she is refused, since a part_paid deal can only become open and paid
    Given Sasha has recorded a payment of 300.00 on the deal, which Vito has verified
    When Sasha tries to cancel the deal
    Then she is refused, since a paid deal can only become open and part_paid
    And nothing about the deal has changed

  @SAL-018 @critical @integration @requires.database
  Scenario: Once the money has gone back a deal can be cancelled
    Given Sasha has the deal "Lifts" of 500.00
    And Sasha has recorded a payment of 200.00 on the deal, which is refunded by Vito
    And Sasha has recorded a payment of 300.00 on the deal, which is rejected by Vito
    When Sasha cancels the deal
    Then the deal is cancelled

  @SAL-018 @critical @concurrency @requires.database
  Scenario: Of two who cancel a deal at the same moment one does, and the other is told
    Given Sasha has the deal "Lifts" of 500.00
    When Sasha and Sara cancel the deal at the same moment
    Then exactly 1 of them is accepted
    And the other 1 is refused as impossible in its present state

  @SAL-012 @critical @integration @requires.database
  Scenario: The owner reads what was paid on a deal and what was done with it
    Given Sasha has the deal "Lifts" of 500.00
    And Sasha has recorded a payment of 200.00 on the deal, which Vito has verified
    And Sasha has recorded a payment of 100.00 on the deal
    When Sasha changes the name of the deal to "Lifts and doors"
    Then Sasha finds on the deal payments of "100.00, 200.00" and no other
    And Sasha finds as activity of the deal exactly deal.create, deal.update

  @SAL-046 @blocker @security @requires.database
  Scenario: A colleague's deal and what belongs to it do not exist for a salesperson
    Given Toni is a salesperson at Acme
    And Sasha has the deal "Lifts" of 500.00
    And Sasha has recorded a payment of 200.00 on the deal
    When Toni tries to read, change, cancel and delete the deal, and to read what belongs to it
    Then all of it is refused as unknown
    When Toni tries to read the payment
    Then she is refused as unknown
    And nothing about the deal has changed
    And Toni finds no deal
    And Toni finds no payment
    And Sara finds the deal "Lifts" and no other

  @SAL-046 @critical @security @requires.database
  Scenario: A supervisor makes a deal for a salesperson, and it is the salesperson's
    Given Toni is a salesperson at Acme
    And Sara has the client "Nord Ltd"
    When Sara makes the deal "Lifts" with
      | field    | value |
      | owner_id | Toni  |
    Then the deal is Toni's, and just as it was sent
    And Toni finds the deal "Lifts" and no other
    When Sara changes the owner_id of the deal to "Sasha"
    Then Toni finds no deal
    And Sasha finds the deal "Lifts" and no other

  @SAL-047 @critical @security @requires.database
  Scenario Outline: Who may only look at deals does nothing with one
    Given Toni is <role> at Acme
    And Sasha has the deal "Lifts" of 500.00
    When Toni tries to change, cancel and delete the deal, and to record a payment on it
    Then all of it is refused as not allowed
    And nothing about the deal has changed
    And Sasha finds no payment

    Examples: every role that reads all and writes nothing
      | role       |
      | a verifier |
      | a viewer   |

  @partly.SAL-008 @normal @contract @requires.database
  Scenario: Deals are found by state, client, day, and a part of their name or number
    Given Sasha has the deal "Lifts" of 500.00
    And Sasha has the client "Nord Ltd"
    And Sasha has the deal "Stairs" with
      | field     | value     |
      | deal_date | yesterday |
    And Sasha has recorded a payment of 500.00 on the deal "Lifts", which Vito has verified
    Then Sasha is answered as follows on asking for deals
      | asked for                                      | found         |
      | status paid                                    | Lifts         |
      | status open,part_paid,cancelled                | Stairs        |
      | q LIFT                                         | Lifts         |
      | q dlid0002                                     | Stairs        |
      | deal_date_from today                           | Lifts         |
      | deal_date_to yesterday                         | Stairs        |
      | deal_date_from yesterday, deal_date_to today   | Stairs, Lifts |
      | deal_date_from tomorrow                        |               |
