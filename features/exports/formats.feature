@exports
Feature: The formats of an export
  An analysis can be had as a file in five formats. Each holds all that the analysis holds, and they
  agree with each other.

  Background:
    Given Priya runs missions at Acme
    And Priya has a complete analysis

  @EXP-001 @EXP-002 @EXP-003 @EXP-004 @EXP-005 @EXP-008 @EXP-009 @EXP-010 @EXP-011 @EXP-012 @EXP-013 @blocker
  @integration @requires.database
  Scenario Outline: An analysis is had as a file that holds all of it
    When Priya exports the analysis as <format>
    Then she gets a file of its kind and name, as long as announced
    And it holds exactly what the analysis holds

    Examples: each format, and what can be asked of it
      | format              |
      | SARIF               |
      | HTML                |
      | HTML to keep        |
      | CSV                 |
      | CSV of combined     |
      | CSV of technologies |
      | CSV of dependencies |
      | CSV of metrics      |
      | CSV of gaps         |
      | Excel               |
      | json                |
      | pretty json         |

  @EXP-007 @critical @contract @requires.database
  Scenario: The list of formats says how each is had, and each address leads to a file
    Then the formats that Priya may export to are, in this order
      | format | mime_type                                                         | extension | rate_limit |
      | sarif  | application/json                                                  | sarif     | 10         |
      | html   | text/html; charset=utf-8                                          | html      | 10         |
      | csv    | text/csv; charset=utf-8                                           | csv       | 10         |
      | excel  | application/vnd.openxmlformats-officedocument.spreadsheetml.sheet | xlsx      | 10         |
      | json   | application/json                                                  | json      | 10         |
    And the address of each of them leads to a file of the analysis

  @EXP-017 @critical @integration @requires.database
  Scenario: The pretty file says what the compact one says
    When Priya exports the analysis as json
    And she exports the analysis as pretty json
    Then the pretty file is indented by two spaces, and says the same

  @EXP-018 @critical @integration @requires.database
  Scenario Outline: An empty analysis is a whole file, too
    Given Priya has an empty analysis
    When Priya exports the analysis as <format>
    Then she gets a file of its kind and name, as long as announced
    And it holds exactly what the analysis holds

    Examples: each format
      | format              |
      | SARIF               |
      | HTML                |
      | CSV                 |
      | CSV of technologies |
      | CSV of dependencies |
      | CSV of metrics      |
      | CSV of gaps         |
      | Excel               |
      | json                |

  @EXP-001 @EXP-003 @EXP-004 @EXP-005 @normal @security @requires.database
  Scenario Outline: What would be code elsewhere is in every file as it was written
    Given Priya has a hostile analysis
    When Priya exports the analysis as <format>
    Then she gets a file of its kind and name, as long as announced
    And it holds exactly what the analysis holds

    Examples: each format
      | format              |
      | SARIF               |
      | HTML                |
      | CSV                 |
      | CSV of technologies |
      | CSV of gaps         |
      | Excel               |
      | json                |

  @EXP-021 @critical @integration @requires.database
  Scenario: A name in whatever script is the same in every file
    Given Priya has an analysis with these technologies
      | name          |
      | Łódź 東京 é 🚢 |
    When Priya exports the analysis in every format
    Then each file shows the technology "Łódź 東京 é 🚢"

  @EXP-022 @EXP-008 @critical @integration @requires.database
  Scenario: All files agree on how many dependencies are outdated
    When Priya exports the analysis in every format
    Then each file says that 2 dependencies are outdated
    And each file is as long as announced

  @EXP-059 @critical @concurrency @requires.database
  Scenario: Five exports at once are five equal files
    When Priya exports the analysis as json 5 times at the same moment
    Then exactly 5 of them are accepted
    And the 5 files are equal

  @EXP-043 @critical @integration @requires.database
  Scenario: What nobody has is exported in no format
    When Priya tries to export an analysis that nobody has, in every format
    Then all of it is refused as unknown

  @EXP-045 @normal @integration @requires.database
  Scenario: Without an analysis there is no file
    When Priya tries to export without naming an analysis, in every format
    Then all of it is refused as unknown

  @EXP-044 @critical @integration @requires.database
  Scenario Outline: There are no other formats
    When Priya tries to export the analysis in the format "<format>"
    Then she is refused as unknown

    Examples: another, and nearly one
      | format |
      | pdf    |
      | CSV    |
      | xlsx   |

  @EXP-046 @critical @contract @requires.database
  Scenario Outline: There are five types of CSV
    When Priya tries to export the analysis as CSV of the type "<type>"
    Then she is refused, since there are only the types "combined, technologies, dependencies, metrics, gaps"

    Examples: another, and nearly one
      | type       |
      | summary    |
      | technology |
      | GAPS       |

  @EXP-057 @blocker @security @requires.database
  Scenario Outline: Who may only look gets no file, whoever works on projects gets it
    Given Vera is a viewer at Acme
    When Vera tries to export the analysis as <format>
    Then she is refused as not allowed
    When Priya exports the analysis as <format>
    Then she gets a file of its kind and name, as long as announced

    Examples: each format
      | format |
      | SARIF  |
      | HTML   |
      | CSV    |
      | Excel  |
      | json   |
