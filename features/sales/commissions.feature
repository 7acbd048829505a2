@sales @financial
Feature: Commissions
  Who sells gets a part of what was verified on the own deals in a period. It is computed to the
  cent, approved, and then paid.

  Background:
    Given Sara is a supervisor, Sasha a salesperson and Vito a verifier at Acme

  @SAL-005 @SAL-021 @blocker @integration @requires.database
  Scenario: A commission is a part of the verified sales, and follows its rate
    Given Sasha has the deal "Lifts" of 50000.00, of which Vito has verified the payment
    When Sara makes the commission of Sasha at 8.00 percent
    Then the commission comes to 4000.00 on sales of 50000.00
    When Sara changes the rate of the commission to "10.00"
    Then the commission comes to 5000.00 on sales of 50000.00

  @SAL-005 @critical @integration @requires.database
  Scenario: A new commission is a draft with the usual terms, just as it was sent
    When Sara makes the commission of Sasha with
      | field         | value      |
      | currency      | SGD        |
      | exchange_rate | 133.450000 |
      | bonus         | 25.50      |
      | penalty       | 10.25      |
    Then the commission is Sasha's, and just as it was sent
    And the commission comes to
      | field             | value |
      | total_sales       | 0.00  |
      | commission_amount | 0.00  |
      | total_commission  | 25.50 |
      | total_receivable  | 15.25 |
      | uncovered_penalty | 0.00  |

  @SAL-022 @blocker @contract @requires.database
  Scenario Outline: Half a cent is rounded up
    When Sara previews a commission of <rate> percent on <sales>
    Then she sees a commission of <amount>

    Examples: just below half a cent, half a cent, and just above
      | rate  | sales        | amount       |
      | 5.00  | 10.50        | 0.53         |
      | 7.50  | 333.33       | 25.00        |
      | 5.00  | 10.49        | 0.52         |
      | 5.00  | 10.51        | 0.53         |
      | 1.00  | 0.49         | 0.00         |
      | 1.00  | 0.50         | 0.01         |
      | 2.50  | 1.00         | 0.03         |
      | 12.35 | 999999999.99 | 123500000.00 |

  @SAL-023 @critical @contract @requires.database
  Scenario: The exchange rate, the bonus and the penalty are reckoned in this order
    When Sara previews a commission with
      | field         | value   |
      | total_sales   | 1000.00 |
      | rate          | 5.00    |
      | exchange_rate | 133.45  |
      | bonus         | 25.50   |
    Then she sees that it comes to
      | field             | value   |
      | commission_amount | 50.00   |
      | total_commission  | 6698.00 |
      | total_receivable  | 6698.00 |
      | uncovered_penalty | 0.00    |
    When Sara previews a commission with
      | field         | value   |
      | total_sales   | 1000.00 |
      | rate          | 5.00    |
      | exchange_rate | 133.45  |
      | bonus         | 25.50   |
      | penalty       | 10.25   |
    Then she sees that it comes to
      | field             | value   |
      | total_commission  | 6698.00 |
      | total_receivable  | 6687.75 |
      | uncovered_penalty | 0.00    |

  @SAL-023 @critical @contract @requires.database
  Scenario: Each step is rounded by itself
    When Sara previews a commission with
      | field         | value |
      | total_sales   | 10.50 |
      | rate          | 5.00  |
      | exchange_rate | 100   |
    Then she sees that it comes to
      | field             | value |
      | commission_amount | 0.53  |
      | total_commission  | 53.00 |

  @SAL-024 @critical @contract @requires.database
  Scenario Outline: From nothing to the whole of the sales
    When Sara previews a commission with
      | field       | value   |
      | total_sales | 1234.56 |
      | rate        | <rate>  |
      | bonus       | 25.50   |
    Then she sees that it comes to
      | field             | value    |
      | commission_amount | <amount> |
      | total_commission  | <total>  |

    Examples: both ends
      | rate   | amount  | total   |
      | 0.00   | 0.00    | 25.50   |
      | 100.00 | 1234.56 | 1260.06 |

  @SAL-025 @critical @contract @requires.database
  Scenario Outline: What a penalty takes beyond the commission is shown, and nobody owes it
    When Sara previews a commission with
      | field       | value     |
      | total_sales | 1000.00   |
      | rate        | 5.00      |
      | penalty     | <penalty> |
    Then she sees that it comes to
      | field             | value       |
      | total_receivable  | <received>  |
      | uncovered_penalty | <uncovered> |

    Examples: below, at and above the commission
      | penalty | received | uncovered |
      | 49.99   | 0.01     | 0.00      |
      | 50.00   | 0.00     | 0.00      |
      | 50.01   | 0.00     | 0.01      |
      | 80.00   | 0.00     | 30.00     |

  @SAL-043 @critical @contract @requires.database
  Scenario Outline: Terms that are none are refused
    When Sara tries to make the commission of Sasha with the <field> "<value>"
    Then she is refused as incomplete, since <field> is <fault>
    And she finds no commission
    When Sara tries to preview a commission with the <field> "<value>"
    Then she is refused as incomplete, since <field> is <fault>

    Examples: just outside
      | field         | value        | fault        |
      | rate          | -0.01        | out of range |
      | rate          | 100.01       | out of range |
      | rate          | 5.001        | malformed    |
      | exchange_rate | 0            | out of range |
      | exchange_rate | 0.0000009    | malformed    |
      | exchange_rate | 10000.000001 | out of range |
      | bonus         | -0.01        | out of range |
      | penalty       | -0.01        | out of range |

  @SAL-043 @normal @contract @requires.database
  Scenario Outline: Terms at the ends are taken
    When Sara tries to make the commission of Sasha with the <field> "<value>"
    Then she succeeds
    And the commission has the <field> "<value>"

    Examples: the least and the most
      | field         | value        |
      | rate          | 0.00         |
      | rate          | 100.00       |
      | exchange_rate | 0.000001     |
      | exchange_rate | 10000.000000 |
      | bonus         | 999999999.99 |

  @SAL-044 @critical @integration @requires.database
  Scenario: What would be larger than an amount can be is not computed
    Given Sasha has the deal "Lifts" of 100000.00, of which Vito has verified the payment
    And Sara has made the commission of Sasha at 100.00 percent
    When Sara tries to change the exchange_rate of the commission to "10000"
    Then she is refused as incomplete, since total_commission and total_receivable are out of range
    And nothing about the commission has changed
    When Sara tries to make the commission of Sara with the bonus "1000000000.00"
    Then she is refused as incomplete, since bonus is out of range
    And Sara finds the commission of Sasha and no other

  @SAL-005 @critical @integration @requires.database
  Scenario: Only what was verified, in the currency, on the own deals counts, and not what went back
    Given Ada is an administrator at Acme
    And Sasha has the deal "Lifts" of 1000.00, of which Vito has verified the payment
    And Sara has the deal "Stairs" of 2000.00, of which Vito has verified the payment
    And Sasha has the deal "Doors" with
      | field    | value  |
      | currency | EUR    |
      | value    | 400.00 |
    And Sasha has recorded a payment of 400.00 on the deal "Doors", which Vito has verified
    And Sasha has the deal "Gates" of 900.00
    And Sasha has recorded a payment of 100.00 on the deal "Gates"
    And Sasha has recorded a payment of 200.00 on the deal "Gates", which is rejected by Vito
    And Sasha has recorded a payment of 300.00 on the deal "Gates", which is refunded by Vito
    When Sara makes the commission of Sasha at 10.00 percent
    Then the commission comes to 100.00 on sales of 1000.00

  @SAL-005 @critical @integration @requires.database
  Scenario: The day on which a payment was verified decides to which period it belongs
    Given Sasha has the deal "Lifts" of 1000.00, of which Vito has verified the payment
    When Sara makes the commission of Sasha for the day before that on which the payment was verified
    Then the commission comes to 0.00 on sales of 0.00
    When Sara makes the commission of Sasha for the day on which the payment was verified
    Then the commission comes to 50.00 on sales of 1000.00
    When Sara makes the commission of Sasha for the day after that on which the payment was verified
    Then the commission comes to 0.00 on sales of 0.00

  @SAL-020 @SAL-016 @critical @integration @requires.database
  Scenario: A draft is computed anew when it is asked for, and not before
    Given Sara has made the commission of Sasha at 5.00 percent
    And Sasha has the deal "Lifts" of 1000.00, of which Vito has verified the payment
    Then the commission comes to 0.00 on sales of 0.00
    When Sara has the commission recalculated
    Then the commission comes to 50.00 on sales of 1000.00

  @SAL-020 @critical @integration @requires.database
  Scenario Outline: Each thing is done with a commission where it is possible, and else leaves nothing behind
    Given Ada is an administrator at Acme
    When Ada tries everything there is to do with a commission of Sasha that is <state>
    Then what can be done with a <state> commission was done, and what was refused left nothing behind

    Examples: every state
      | state    |
      | draft    |
      | approved |
      | paid     |

  @SAL-020 @critical @integration @requires.database
  Scenario: An approved commission says by whom, a paid one since when, and a reopened one neither
    Given Ada is an administrator at Acme
    And Sara has made the commission of Sasha
    When Sara approves the commission
    Then the commission is approved by Sara, and not paid
    When Ada reopens the commission
    Then the commission is a draft, approved by nobody
    When Ada approves the commission
    And Sara pays the commission
    Then the commission is approved by Ada, and paid

  @SAL-020 @critical @security @requires.database
  Scenario: Only an administrator reopens a commission
    Given Sara has made the commission of Sasha, which is approved
    When Sara tries to reopen the commission
    Then she is refused as not allowed
    And nothing about the commission has changed

  @SAL-020 @critical @concurrency @requires.database
  Scenario: Of two who approve a commission at the same moment one does, and the other is told
    Given Ada is an administrator at Acme
    And Sara has made the commission of Sasha
    When Ada and Sara approve the commission at the same moment
    Then exactly 1 of them is accepted
    And the other 1 is refused as impossible in its present state
    And the commission is approved

  @SAL-045 @critical @integration @requires.database
  Scenario: There is one commission for a person, a currency and a period
    Given Sara has made the commission of Sasha
    When Sara tries to make the commission of Sasha
    Then she is refused, since the period_start is taken
    When Sara tries to make the commission of Sara
    Then she succeeds
    When Sara tries to make the commission of Sasha with the currency "EUR"
    Then she succeeds

  @SAL-045 @critical @contract @requires.database
  Scenario: A period has 1 to 366 days
    When Sara tries to make the commission of Sasha for 0 days
    Then she is refused as incomplete, since period_end is out of range
    When Sara tries to make the commission of Sasha for 367 days
    Then she is refused as incomplete, since period_end is out of range
    And she finds no commission
    When Sara tries to make the commission of Sasha for 366 days
    Then she succeeds
    When Sara tries to make the commission of Sasha for 1 days
    Then she succeeds

  @SAL-050 @blocker @security @requires.database
  Scenario: A salesperson sees the own commissions and touches none
    Given Toni is a salesperson at Acme
    And Sara has made the commission of Toni
    And Sara has made the commission of Sasha
    When Sasha tries to read the commission of Toni
    Then she is refused as unknown
    And Sasha finds the commission of Sasha and no other
    And Sara finds the commissions of Sasha and Toni and no other
    When Sasha tries to change, recalculate, approve and pay the commission of Sasha
    Then all of it is refused as not allowed
    And nothing about the commission has changed

  @SAL-050 @normal @security @requires.database
  Scenario: A salesperson makes no commission
    When Sasha tries to make the commission of Sasha
    Then she is refused as not allowed
    And Sara finds no commission

  @SAL-050 @normal @security @requires.database
  Scenario Outline: Who has nothing to do with commissions sees none
    Given Toni is <role> at Acme
    And Sara has made the commission of Sasha
    When Toni tries to read the commission
    Then she is refused as not allowed
    When Toni tries to preview a commission with the rate "5.00"
    Then she is refused as not allowed

    Examples: roles that read sales, and one that does not
      | role        |
      | a verifier  |
      | a viewer    |
      | an operator |

  @SAL-053 @blocker @security @requires.database
  Scenario: There is no commission for somebody of another tenant
    Given Gleb is a salesperson at Globex
    And Gina is a supervisor at Globex
    When Sara tries to make the commission of Gleb
    Then she is refused as incomplete, since person_id is not known
    And Sara finds no commission
    And Gina finds no commission
    And Gleb finds no commission

  @SAL-058 @critical @performance @alone @requires.database
  Scenario: A hundred previews one after another
    Then Sara previews 100 commissions one after another within 5 seconds

  @SAL-050 @normal @contract @requires.database
  Scenario: Commissions are found by whose they are and where they stand
    Given Sara has made the commission of Sasha, which is approved
    And Sara has made the commission of Sara
    Then Sara is answered as follows on asking for commissions
      | asked for             | found       |
      | status approved       | Sasha       |
      | status draft,approved | Sara, Sasha |
      | person_id Sara        | Sara        |
      | status paid           |             |
