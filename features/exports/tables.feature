@exports
Feature: An analysis as tables
  One table of an analysis, or all in one file, for a spreadsheet or a program.

  Background:
    Given Priya runs missions at Acme

  @EXP-009 @EXP-010 @EXP-011 @EXP-012 @critical @contract @requires.database
  Scenario Outline: The columns of each table
    Given Priya has a complete analysis
    When Priya exports the analysis as CSV of <type>
    Then the first line of the table is "<columns>"

    Examples: as readers of them rely on
      | type         | columns                                                                                  |
      | technologies | Technology, Version, Category, Confidence (%), Description, Source File                  |
      | dependencies | Package, Current Version, Latest Version, Status, Severity, Package Manager, File        |
      | metrics      | Metric, Value                                                                            |
      | gaps         | Title, Description, Category, Priority, Estimated Effort, Recommendation                 |

  @EXP-011 @normal @integration @requires.database
  Scenario: The metrics are five rows, and the languages follow where there are some
    Given Priya has an analysis with these metrics
      | lines_of_code | complexity | languages       |
      | 120           | 7          | {"Python": 100} |
    When Priya exports the analysis as CSV of metrics
    Then the table reads, line by line
      | Metric                     | Value |
      | Lines of Code              | 120   |
      | File Count                 |       |
      | Complexity Score           | 7     |
      | Documentation Coverage (%) |       |
      | Test Coverage (%)          |       |
      | (an empty line)            |       |
      | Language                   | Lines |
      | Python                     | 100   |

  @EXP-013 @critical @contract @requires.database
  Scenario: All tables in one file stand in their order, parted by empty lines
    Given Priya has a complete analysis
    When Priya exports the analysis as CSV
    Then the sections of the table are, each after an empty line
      | section               |
      | SUMMARY               |
      | DETECTED TECHNOLOGIES |
      | DEPENDENCIES          |
      | CODE METRICS          |
      | RESEARCH GAPS         |
    And it holds exactly what the analysis holds

  @EXP-020 @critical @integration @requires.database
  Scenario: Signs that mean something in a table come back as they were
    Given Priya has an analysis with these gaps
      | title               | description        | category | priority | estimated_effort | recommendation |
      | Gate, "north"       | "Line 1\nLine 2"   | 'a;b'    | 1        | "\"\""           | ,,             |
      | Œuvre Łódź 東京 🚢 | مرسى               | x        | 5        | y                | z              |
    When Priya exports the analysis as CSV of gaps
    Then the table reads, line by line
      | Title               | Description        | Category | Priority | Estimated Effort | Recommendation |
      | Gate, "north"       | Line 1\nLine 2     | 'a;b'    | 1        | ""               | ,,             |
      | Œuvre Łódź 東京 🚢 | مرسى               | x        | 5        | y                | z              |

  @EXP-054 @critical @security @requires.database
  Scenario Outline: No spreadsheet takes a text for a formula
    Given Priya has an analysis with these technologies
      | name           | version | category | confidence | description | source_file |
      | <sign>SUM(A1)  | 1.0-1   | a=b      | 7          | <sign>1     | <sign>a.py  |
    When Priya exports the analysis as CSV of technologies
    Then the table reads, line by line
      | Technology      | Version | Category | Confidence (%) | Description  | Source File  |
      | '<sign>SUM(A1)  | 1.0-1   | a=b      | 7              | '<sign>1     | '<sign>a.py  |

    Examples: the signs with which a formula begins
      | sign |
      | =    |
      | @    |
      | +x   |
      | -x   |
