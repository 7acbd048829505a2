@work_orders
Feature: Whom an order concerns sees it change
  Its author, who is to do it, and whoever else may read it see each change as it happens. A worker
  sees nothing of what is assigned to somebody else.

  Background:
    Given Olga is an operator at Acme
    And Wes is a worker at Acme
    And Olga has the order "Repair of the crane", which is approved, for Wes

  @WO-018 @normal @e2e @requires.database
  Scenario: The author and the worker see how an order goes on
    Given Olga watches what concerns her
    And Wes watches what concerns him
    When Wes starts the order
    And Wes completes the order
    Then Wes sees the order become in_progress and completed, each with its version
    And Olga sees the order become in_progress and completed, each with its version

  @WO-018 @critical @security @requires.database
  Scenario: Who watches the tenant sees the orders that are for the own eyes
    Given Walt, a worker at Acme, watches the tenant
    And Sally, a salesperson at Acme, watches the tenant
    And Uma, a supervisor at Acme, watches the tenant
    When Wes starts the order
    Then Uma sees the order become in_progress, each with its version
    And Walt sees nothing of the order
    And Sally sees nothing of the order
    When Uma assigns the order to Walt
    Then Walt sees the order become in_progress, each with its version
