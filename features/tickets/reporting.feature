@tickets
Feature: Reporting a trouble
  A ticket needs a title. Its number tells how many the tenant has had.

  @TKT-016 @critical @contract @requires.database
  Scenario: A ticket has a title of 1 to 200 characters
    Given Wim is a worker at Acme
    When Wim tries to report a ticket without a title
    Then he is refused as incomplete, since title is required
    When he tries to report a ticket with a title of 201 characters
    Then he is refused as incomplete, since title is too long
    When he tries to report the ticket "  "
    Then he is refused as incomplete, since title is too short
    And he finds no ticket
    When he tries to report a ticket with a title of 200 characters
    Then he succeeds

  @TKT-016 @TKT-017 @critical @contract @requires.database
  Scenario Outline: There are four priorities, and no other is taken
    Given Sam is a supervisor at Acme
    When Sam tries to report a ticket of priority "<priority>"
    Then he is refused as incomplete, since priority is not allowed
    And he finds no ticket

    Examples: nearly one, and words for them
      | priority |
      | P4       |
      | p1       |
      | high     |

  @TKT-017 @critical @contract @requires.database
  Scenario: A ticket takes each of the four priorities and no other
    Given Sam is a supervisor at Acme
    And Sam has reported the ticket "Leak at Dock 4"
    When Sam tries to give the ticket the priority P4
    Then he is refused as incomplete, since priority is not allowed
    And nothing about the ticket has changed
    When he gives the ticket the priority P0
    Then the ticket is of priority P0
    When he gives the ticket the priority P1
    Then the ticket is of priority P1
    When he gives the ticket the priority P3
    Then the ticket is of priority P3

  @TKT-017 @normal @contract @requires.database
  Scenario: Nobody asks for tickets of a priority that there is not
    Given Sam is a supervisor at Acme
    When Sam tries to find the tickets of priority "P4"
    Then he is refused as incomplete, since priority is not allowed
    When he tries to find the tickets of priority "P0,P3"
    Then he succeeds

  @TKT-011 @critical @integration @requires.database
  Scenario: Each tenant counts its own tickets, and a refused one is not counted
    Given Wim is a worker at Acme
    And Gleb is an operator at Globex
    When Wim reports the ticket "Leak"
    And Gleb reports the ticket "Noise"
    And Wim tries to report a ticket with a title of 201 characters
    And Wim reports the ticket "Lamp"
    Then Wim's tickets are numbered "TKT-00001, TKT-00002"
    And Gleb's tickets are numbered "TKT-00001"

  @TKT-011 @critical @concurrency @requires.database
  Scenario: Twenty tickets at once have twenty numbers
    Given Wim is a worker at Acme
    And Opal is an operator at Acme
    When Wim and Opal report 20 tickets at the same moment
    Then exactly 20 of them are accepted
    And Opal's tickets are numbered from TKT-1 to TKT-20 without a gap

  @TEN-010 @critical @integration @requires.database
  Scenario: A site stays while a ticket is open there
    Given Acme has the site "Dock 4"
    And Sam is a supervisor at Acme
    And Sam has reported the ticket "Leak" at the site "Dock 4"
    When Sam tries to remove the site "Dock 4"
    Then he is refused as in use
    When he cancels the ticket, saying "No leak."
    And he tries to remove the site "Dock 4"
    Then he succeeds
    And the ticket is still cancelled
