@sales
Feature: The sales dashboard
  At a glance: how many deals and clients stand where, and in each currency what is sold, paid, on
  its way and outstanding.

  Background:
    Given Sara is a supervisor, Sasha a salesperson and Vito a verifier at Acme

  @SAL-016 @blocker @integration @requires.database
  Scenario: A verified payment raises what is paid and what commissions are computed of
    Given Sasha has the deal "Lifts" of 5000.00
    And Sasha has recorded a payment of 1000.00 on the deal
    And Sara has made the commission of Sasha at 5.00 percent
    And the sales dashboard of Sasha is noted
    When Vito verifies the payment
    And Sara has the commission recalculated
    Then in the sales dashboard of Sasha 1000.00 USD went from pending to paid, and nothing else is different
    And the commission comes to 50.00 on sales of 1000.00

  @ANA-014 @critical @integration @requires.database
  Scenario: Currencies are never added together
    Given Sasha has the deal "Lifts" of 1000.00
    And Sasha has the deal "Doors" with
      | field    | value  |
      | currency | EUR    |
      | value    | 400.00 |
    And Sasha has recorded a payment of 100.00 on the deal "Doors", which Vito has verified
    And Sasha has recorded a payment of 50.00 on the deal "Doors"
    And Sasha has the deal "Gates" of 900.00
    And Sasha has cancelled the deal "Gates"
    Then the sales dashboard of Sasha totals
      | currency | deal_value | paid   | pending | outstanding |
      | EUR      | 400.00     | 100.00 | 50.00   | 250.00      |
      | USD      | 1000.00    | 0.00   | 0.00    | 1000.00     |
    And it counts the deals "1 open, 1 part_paid, 1 cancelled"
    And it counts the clients "1 pending"

  @ANA-014 @critical @security @requires.database
  Scenario: A salesperson's dashboard knows the own deals only
    Given Toni is a salesperson at Acme
    And Toni has the deal "Stairs" of 700.00
    And Sasha has the deal "Lifts" of 1000.00, of which Vito has verified the payment
    Then the sales dashboard of Sasha totals
      | currency | deal_value | paid    | pending | outstanding |
      | USD      | 1000.00    | 1000.00 | 0.00    | 0.00        |
    And it counts the deals "1 paid"
    And the sales dashboard of Sara totals
      | currency | deal_value | paid    | pending | outstanding |
      | USD      | 1700.00    | 1000.00 | 0.00    | 700.00      |

  @ANA-014 @normal @integration @requires.database
  Scenario: The dashboard can be asked for the deals of some days
    Given Sasha has the deal "Lifts" of 1000.00
    And Sasha has the deal "Stairs" with
      | field     | value     |
      | value     | 300.00    |
      | deal_date | yesterday |
    Then the sales dashboard of Sasha for deals from yesterday to yesterday totals
      | currency | deal_value | paid | pending | outstanding |
      | USD      | 300.00     | 0.00 | 0.00    | 300.00      |

  @SAL-028 @critical @integration @requires.database
  Scenario: Looking at sales changes nothing
    Given Sasha has the deal "Lifts" of 1000.00, of which Vito has verified the payment
    And Sara has made the commission of Sasha at 5.00 percent
    And all that is stored is noted
    When Sara looks at every list, at the dashboard, at a preview and at each record of sales
    Then all that is stored is as it was
