@exports
Feature: What the platform finds in a repository
  The platform reads the files of a repository: what they need, in which languages they are written,
  and what is missing.

  Background:
    Given Priya runs missions at Acme
    And Priya has the project "Harbour lights"
    And Priya has the repository "lamps"

  @EXP-038 @critical @e2e @requires.database
  Scenario Outline: What the platform found is in each file
    Given the repository holds the files
      | path             | text                                                         |
      | requirements.txt | django==4.2.1\ncelery\n# none\nrich==13.7                    |
      | web/package.json | {"dependencies": {"react": "^18.2.0", "left-pad": "*"}}      |
      | src/lamp.py      | import django\n\n  \nprint(1)                                |
      | web/lamp.ts      | const lamp = 1                                               |
    And the platform has analysed the repository for Priya
    Then the analysis has found exactly
      | technologies                                       | dependencies                                            | lines | gaps                                        |
      | django 4.2.1, celery, react 18.2.0, Python, TypeScript | django 4.2.1, celery, rich 13.7, react 18.2.0, left-pad | 3     | No README, No tests, Unpinned dependencies |
    When Priya exports the analysis as <format>
    Then she gets a file of its kind and name, as long as announced
    And it holds exactly what the analysis holds

    Examples: each format
      | format |
      | SARIF  |
      | HTML   |
      | CSV    |
      | Excel  |
      | json   |

  @EXP-039 @critical @integration @requires.database
  Scenario: What was made or installed is left out, by the whole name of its folder
    Given the repository holds the files
      | path                       | text       |
      | README.md                  | Lamps      |
      | tests/test_lamp.py         | assert 1   |
      | mybuild/lamp.py            | a = 1      |
      | retargeting/lamp.py        | b = 1      |
      | src/targets.py             | c = 1      |
      | build/lamp.py              | d = 1      |
      | src/target/lamp.go         | var e = 1  |
      | node_modules/x/package.json | no manifest |
      | vendor/requirements.txt    | flask      |
    And the platform has analysed the repository for Priya
    Then the analysis has found exactly
      | technologies | lines |
      | Python       | 4     |

  @EXP-054 @critical @security @requires.database
  Scenario: A text that begins with a tab or a carriage return is no formula either
    Given the repository holds the files
      | path         | text                                                       |
      | package.json | {"dependencies": {"\tlamp": "1.0.0", "\rgate": "2.0.0"}}   |
    And the platform has analysed the repository for Priya
    When Priya exports the analysis as CSV of dependencies
    Then the table reads, line by line
      | Package | Current Version | Latest Version | Status  | Severity | Package Manager | File         |
      | '\tlamp | 1.0.0           |                | Unknown | medium   | npm             | package.json |
      | '\rgate | 2.0.0           |                | Unknown | medium   | npm             | package.json |
