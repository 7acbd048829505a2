@sales
Feature: Numbers of deals, payments and invoices
  Each tenant counts its own deals, payments and invoices, each kind by itself and without a gap. No
  number is given twice.

  @SAL-014 @critical @integration @requires.database
  Scenario: Each tenant counts its own, each kind by itself, and what was refused is not counted
    Given Sasha is a salesperson at Acme
    And Gleb is a salesperson at Globex
    And Sasha has the deal "Lifts" of 500.00
    And Gleb has the deal "Pumps" of 500.00
    When Sasha tries to make a deal of 0.00
    And Sasha makes the deal "Stairs" of 300.00
    And Sasha records a payment of 100.00 on the deal "Lifts"
    And Sasha tries to record a payment of 400.01 on the deal "Lifts"
    And Sasha records a payment of 100.00 on the deal "Stairs"
    Then Sasha's deals are numbered "DLID0001, DLID0002"
    And Sasha's payments are numbered "TXN-0001, TXN-0002", and the invoices "INV-0001, INV-0002"
    And Gleb's deals are numbered "DLID0001"

  @SAL-014 @critical @integration @requires.database
  Scenario: The number of a deleted deal is not given again
    Given Sasha is a salesperson at Acme
    And Sasha has the deal "Lifts" of 500.00
    And Sasha has the deal "Stairs" of 500.00
    When Sasha deletes the deal "Stairs"
    And Sasha makes the deal "Doors" of 500.00
    Then Sasha's deals are numbered "DLID0001, DLID0003"

  @SAL-014 @critical @concurrency @requires.database
  Scenario: Eight deals at once have eight numbers without a gap
    Given Sasha is a salesperson at Acme
    And Sara is a supervisor at Acme
    When Sasha and Sara make 8 deals of 100.00 at the same moment
    Then exactly 8 of them are accepted
    And Sara's deals are numbered from DLID1 to DLID8 without a gap
