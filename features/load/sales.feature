@load @alone
Feature: Sales under load
  Many clients, deals and payments are made and found as quickly as few.

  Background:
    Given Sasha is a salesperson at Acme

  @LOAD-001 @LOAD-002 @normal @performance @requires.database
  Scenario: Fifty sales are made in half a minute and found in two seconds
    When Sasha sells 50 times for 5000.00 each
    Then that took 30.0 seconds at the most
    When Sasha reads the totals, the clients and the payments of today
    Then that took 2.0 seconds at the most
    And 250000.00 USD, 50 clients and 50 payments were found

  @LOAD-016 @normal @performance @requires.database
  Scenario: Each thing that is done with a client and a deal takes less than a second
    When Sasha makes, reads, changes, lists and deletes a client and a deal
    Then each of that took 1.0 seconds at the most

  @LOAD-017 @normal @performance @requires.database
  Scenario: Ten clients one after another take less than a second
    When Sasha adds 10 clients one after another
    Then that took 1.0 seconds at the most
    And Sasha finds 10 clients

  @LOAD-018 @normal @performance @requires.database
  Scenario: A client with a deal takes half a second, and so does a payment with its verification
    Given Vito is a verifier at Acme
    When Sasha adds a client and makes a deal
    Then that took 0.5 seconds at the most
    When Sasha records a payment on it, and Vito verifies that
    Then that took 0.5 seconds at the most

  @LOAD-021 @normal @performance @requires.database
  Scenario: Twenty lists of ten deals take half a second each on average
    When Sasha sells 10 times for 5000.00 each
    And Sasha lists 10 deals 20 times
    Then each of that took 0.5 seconds at the most on average

  @LOAD-023 @slow @normal @performance @requires.database
  Scenario: A page of deals takes no longer with a thousand of them
    Given Sara is a supervisor at Acme
    And Acme has 4 salespeople
    And they have made 50 deals together
    When Sara reads a page of 25 deals 10 times
    And they make 950 more deals together
    And Sara reads a page of 25 deals 10 times
    Then each of that took 1.0 seconds at the most
    And each of that took at most 3 times as long as before
    And Sara finds 1000 deals
