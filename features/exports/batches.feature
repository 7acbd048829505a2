@exports
Feature: Several analyses in one file
  Many analyses are exported by a job, whose file is a ZIP with one export of each.

  Background:
    Given Priya runs missions at Acme
    And Priya has a complete analysis "spring"
    And Priya has an empty analysis "summer"
    And Priya has a hostile analysis "autumn"

  @EXP-006 @blocker @e2e @requires.database
  Scenario Outline: Three analyses are three files in one
    When Priya has the analyses spring, summer and autumn exported as <format>
    Then a job for 3 analyses as <format> is under way
    And its file holds for Priya exactly one <format> export of each of spring, summer and autumn

    Examples: each format
      | format |
      | SARIF  |
      | HTML   |
      | CSV    |
      | Excel  |
      | json   |

  @EXP-047 @critical @integration @requires.database
  Scenario: An analysis named twice is exported once
    When Priya has the analyses spring, summer and spring exported as json
    Then a job for 2 analyses as json is under way
    And its file holds for Priya exactly one json export of each of spring and summer

  @EXP-047 @critical @contract @requires.database
  Scenario: A batch needs an analysis and a format that there is
    When Priya tries to have no analysis exported
    Then she is refused as incomplete, since analysis_ids is too short
    When she tries to have the analyses spring exported in the format "pdf"
    Then she is refused as incomplete, since format is not allowed
    And Priya finds 0 jobs

  @EXP-048 @EXP-058 @blocker @security @requires.database
  Scenario: What is unknown and what is another tenant's are refused alike
    Given Gleb runs missions at Globex
    And Gleb has an empty analysis in a project of his own
    When Priya tries to have the analyses spring, foreign and one that nobody has exported
    Then she is told that the 2nd and the 3rd are unknown, both alike
    And Priya finds 0 jobs
    And Gleb finds 0 jobs

  @EXP-050 @EXP-051 @critical @security @requires.database @requires.cache
  Scenario: The sixth batch of a minute is refused
    When Priya tries to have no analysis exported
    And she has the analyses summer exported as json 5 times
    Then exactly 5 of them are accepted
    And the jobs of all 5 are done for Priya
    When Priya tries to have the analyses summer exported as json
    Then she is refused as calling too often, and told when to try again
    And Priya finds 5 jobs

  @EXP-051 @normal @security @requires.database @requires.cache
  Scenario: Batches are counted for each person apart
    Given Olga is an operator at Acme
    When Priya has the analyses summer exported as json 5 times
    Then exactly 5 of them are accepted
    And the jobs of all 5 are done for Priya
    When Olga has the analyses summer exported as json 1 times
    Then exactly 1 of them is accepted
    And the jobs of all 1 are done for Olga
