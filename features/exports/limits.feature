@exports
Feature: How often an analysis may be exported
  Ten exports a minute, a format and a person. What was wrongly asked, or not allowed, does not count.

  Background:
    Given Priya runs missions at Acme
    And Olga is an operator at Acme
    And Priya has a complete analysis

  @EXP-049 @EXP-051 @blocker @security @requires.database @requires.cache
  Scenario: The eleventh export of a minute is refused, and nobody else's matter
    When Priya exports the analysis as CSV 10 times
    Then exactly 10 of them are accepted
    And she has 0 exports of this format left
    When she tries to export the analysis as CSV
    Then she is told how long to wait, and of 10 exports that none is left
    When Priya exports the analysis as json
    Then she has 9 exports of this format left
    When Olga exports the analysis as CSV
    Then she has 9 exports of this format left

  @EXP-049 @EXP-051 @normal @security @requires.database @requires.cache @requires.clock
  Scenario: Who waits as long as told exports again
    Given Priya has exported the analysis as json 10 times
    When Priya tries to export the analysis as json
    And all but 2 seconds of the time that she was told passes
    And she tries to export the analysis as json
    Then she is refused as calling too often, and told when to try again
    When the last 2 seconds pass
    And she exports the analysis as json
    Then she has 9 exports of this format left

  @EXP-060 @critical @concurrency @requires.database @requires.cache
  Scenario: Of twenty exports at once ten are served
    When Priya exports the analysis as json 20 times at the same moment
    Then exactly 10 of them are accepted
    And the other 10 are refused as calling too often

  @EXP-052 @critical @integration @requires.database @requires.cache
  Scenario: All analyses are counted together, and so is one that nobody has
    Given Priya has an empty analysis "another"
    When Priya tries to export an analysis that nobody has, in every format
    Then all of it is refused as unknown
    When she exports the analysis "analysis 1" as CSV
    Then she has 8 exports of this format left
    When she exports the analysis "another" as CSV of gaps
    Then she has 7 exports of this format left

  @EXP-052 @critical @integration @requires.database @requires.cache
  Scenario: What was wrongly asked does not count
    When Priya tries to export the analysis as CSV of the type "summary"
    Then she is refused, since there are only the types "combined, technologies, dependencies, metrics, gaps"
    And she has 10 exports of this format left
    When she exports the analysis as CSV
    Then she has 9 exports of this format left

  @EXP-052 @normal @security @requires.database @requires.cache
  Scenario: What was not allowed does not count
    Given Vera is a viewer at Acme
    When Vera tries to export the analysis as json
    Then she is refused as not allowed
    And she has 10 exports of this format left

  @EXP-052 @normal @security @requires.database @requires.cache
  Scenario: After the tenth export a wrong question is refused as one too many
    Given Priya has exported the analysis as CSV 10 times
    When Priya tries to export the analysis as CSV of the type "summary"
    Then she is told how long to wait, and of 10 exports that none is left
