@api
Feature: A sale over HTTP
  Whoever sells by another program adds the client, makes the deal and records the payment, and
  reads back what was sent.

  Background:
    Given Sasha is a salesperson at Acme

  @API-005 @critical @e2e @requires.database
  Scenario: What is sold over HTTP is read back as it was sent
    When Sasha walks from a client over a deal of 18000.00 to its payment
    Then each of the three is read back with the names, amounts and links that were sent

  @API-062 @critical @performance @alone @requires.database
  Scenario: Each step of a sale is answered within a second
    When Sasha walks from a client over a deal of 18000.00 to its payment
    Then each of her requests was answered within 1 second
