@exports
Feature: An analysis as a workbook
  A sheet for each table, and a summary before them.

  Background:
    Given Priya runs missions at Acme
    And Priya has a complete analysis

  @EXP-004 @EXP-014 @critical @contract @requires.database
  Scenario: The sheets of the workbook are made to be read
    When Priya exports the analysis as Excel
    Then the sheets of the workbook are "Summary, Technologies, Dependencies, Metrics, Research Gaps"
    And the header of each sheet but the Summary is bold and white on blue
    And each number is a number, each text a text, and nothing is a formula
    And exactly the statuses of outdated dependencies are amber
    And it holds exactly what the analysis holds

  @EXP-015 @critical @contract @requires.database
  Scenario: The summary counts what the other sheets show
    When Priya exports the analysis as Excel
    Then its Summary has a title, the project, the time of the analysis and the numbers of rows on the other sheets

  @EXP-015 @EXP-018 @normal @contract @requires.database
  Scenario: The summary of nothing counts nothing
    Given Priya has an empty analysis
    When Priya exports the analysis as Excel
    Then the sheets of the workbook are "Summary, Technologies, Dependencies, Metrics, Research Gaps"
    And its Summary has a title, the project, the time of the analysis and the numbers of rows on the other sheets

  @EXP-055 @critical @security @requires.database
  Scenario: A name that looks like a formula is a text
    Given Priya has a hostile analysis
    When Priya exports the analysis as Excel
    Then each number is a number, each text a text, and nothing is a formula
    And it holds exactly what the analysis holds
