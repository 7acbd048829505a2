@exports
Feature: An analysis as a page
  A page to be looked at and passed on. It needs nothing from anywhere, and nothing that somebody wrote
  becomes code in it.

  Background:
    Given Priya runs missions at Acme

  @EXP-002 @critical @contract @requires.database
  Scenario: The page has its five sections, two charts and a switch
    Given Priya has a complete analysis
    When Priya exports the analysis as HTML
    Then the page has its title, its five sections, the charts "techChart, depChart" and a switch

  @EXP-030 @EXP-056 @blocker @security @requires.database
  Scenario Outline: The page needs nothing from elsewhere, and works under its policy
    Given Priya has a <kind> analysis
    When Priya exports the analysis as HTML
    Then the page loads nothing from elsewhere
    And nothing in the page is code but its own script
    And the page comes under a policy that permits exactly its own scripts
    And its scripts draw both charts, and the switch changes between light and dark

    Examples: usual texts, and those that would be code
      | kind     |
      | complete |
      | hostile  |

  @EXP-016 @critical @integration @requires.database
  Scenario: Confidence has three words
    Given Priya has an analysis with these technologies
      | name    | confidence |
      | Django  | 100        |
      | Redis   | 80         |
      | Kafka   | 79         |
      | Celery  | 50         |
      | Sonar   | 49         |
      | Radar   | 0          |
    When Priya exports the analysis as HTML
    Then the confidence badges are
      | technology | badge  |
      | Django     | high   |
      | Redis      | high   |
      | Kafka      | medium |
      | Celery     | medium |
      | Sonar      | low    |
      | Radar      | low    |

  @EXP-016 @critical @integration @requires.database
  Scenario: Large numbers are read in thousands
    Given Priya has an analysis with these metrics
      | lines_of_code | file_count |
      | 1234567       | 999        |
    When Priya exports the analysis as HTML
    Then the page says of "Code Metrics" "Lines of Code 1,234,567"
    And the page says of "Code Metrics" "File Count 999"

  @EXP-019 @critical @integration @requires.database
  Scenario: The page of an empty analysis says that there is nothing, and draws nothing
    Given Priya has an empty analysis
    When Priya exports the analysis as HTML
    Then the page has no chart
    And the page says of "Detected Technologies" "No technologies detected"
    And the page says of "Dependencies" "No dependencies found"
    And the page says of "Research Gaps" "No research gaps identified"

  @EXP-053 @blocker @security @requires.database
  Scenario: A script in a name, a title or a path is text
    Given Priya has the project "<script>alert('gate')</script>"
      | owner                              |
      | "\"><img src=x onerror=alert(1)>" |
    And Priya has a hostile analysis
    When Priya exports the analysis as HTML
    Then nothing in the page is code but its own script
    And the page has its title, its five sections, the charts "techChart, depChart" and a switch
    And the page says of "Detected Technologies" "<script>alert('gate')</script>"
    And the page says of "Research Gaps" "<script>alert('gate')</script>"
    And it holds exactly what the analysis holds
