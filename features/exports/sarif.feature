@exports
Feature: An analysis for code scanning
  A SARIF log is read by GitHub Code Scanning and others: it keeps to the published schema, and each
  result says by which rule, where, and as what it is known again.

  Background:
    Given Priya runs missions at Acme

  @EXP-001 @EXP-025 @EXP-026 @EXP-027 @EXP-029 @critical @contract @requires.database
  Scenario Outline: The log of an analysis is what scanners need
    Given Priya has a <kind> analysis
    When Priya exports the analysis as SARIF
    Then the log is valid by the published schema
    And the log has one run, by CommandCenter, with the four rules
    And each result has a listed rule, a message, one place within the repository and a fingerprint
    And each result refers by id and place to one rule, which has the word for it
    And each result with a level fails, and only those without one are of another kind

    Examples: usual texts, and those that would be code
      | kind     |
      | complete |
      | hostile  |

  @EXP-018 @EXP-026 @normal @contract @requires.database
  Scenario: The log of an empty analysis is valid, too
    Given Priya has an empty analysis
    When Priya exports the analysis as SARIF
    Then the log is valid by the published schema
    And the log has one run, by CommandCenter, with the four rules

  @EXP-028 @critical @contract @requires.database
  Scenario: The log says in UTC when the analysis was made
    Given Priya has a complete analysis
      | analyzed_at               |
      | 2026-11-28T23:30:00+05:30 |
    When Priya exports the analysis as SARIF
    Then the run ended well, at the time of the analysis, in UTC

  @EXP-001 @EXP-023 @critical @integration @requires.database
  Scenario: A dependency is in the log where something is to be done about it
    Given Priya has an analysis with these dependencies
      | name   | current_version | latest_version |
      | django | "4.2"           | "5.0"          |
      | celery | null            | null           |
      | rich   | "13.7"          | null           |
      | attrs  | "23.1"          | "23.1"         |
    When Priya exports the analysis as SARIF
    Then the log has exactly these results
      | rule  | about                                                     |
      | CC001 | Dependency 'django' is outdated: 4.2 → 5.0 available      |
      | CC002 | celery                                                    |
    When she exports the analysis as CSV of dependencies
    Then the table reads, line by line
      | Package | Current Version | Latest Version | Status   | Severity | Package Manager | File             |
      | django  | 4.2             | 5.0            | Outdated | medium   | pip             | requirements.txt |
      | celery  |                 |                | Missing  | medium   | pip             | requirements.txt |
      | rich    | 13.7            |                | Unknown  | medium   | pip             | requirements.txt |
      | attrs   | 23.1            | 23.1           | Current  | medium   | pip             | requirements.txt |

  @EXP-024 @critical @integration @requires.database
  Scenario: A result is known again, until its version is another
    Given Priya has an analysis with these dependencies
      | name   | current_version | latest_version |
      | django | "4.2"           | "5.0"          |
      | redis  | "5.0"           | "5.1"          |
    When Priya exports the analysis as SARIF
    Then the fingerprints are noted
    When she exports the analysis as SARIF
    Then the fingerprints are as noted
    When she imports an analysis with these dependencies
      | name   | current_version | latest_version |
      | django | "4.3"           | "5.0"          |
      | redis  | "5.0"           | "5.2"          |
    And she exports the analysis as SARIF
    Then the fingerprints are those noted, but for that of "django"
