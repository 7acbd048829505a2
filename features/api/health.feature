@api
Feature: Is it alive
  Whoever runs the platform can ask whether it lives, whether it is ready to work and what it is,
  without signing in.

  @smoke @API-001 @blocker @contract @production
  Scenario: Liveness, readiness and version answer without signing in
    When the request GET "/health/live" is sent
    Then the answer is 200
    When the request GET "/health/ready" is sent
    Then the answer is 200
    And in the answer "components" is
      """
      {"postgresql": "up", "redis": "up", "worker": "up"}
      """
    When the request GET "/api/version" is sent
    Then the answer is 200

  @API-001 @critical @chaos @requires.faults
  Scenario: Without a worker the platform lives, and is not ready
    When the worker is taken away
    And the request GET "/health/live" is sent
    Then the answer is 200
    When the request GET "/health/ready" is sent
    Then the answer is 503
    And in the answer "components" is
      """
      {"postgresql": "up", "redis": "up", "worker": "down"}
      """

  @API-002 @normal @contract @production
  Scenario: The version says which generation is current
    When the request GET "/api/version" is sent
    Then the answer is 200
    And in the answer "version" is "v2"
    And in the answer "versions" is
      """
      [{"name": "v1", "status": "deprecated"}, {"name": "v2", "status": "current"}]
      """
    And in the answer "features" is a list of names

  @API-012 @normal @contract
  Scenario Outline: What is open to everybody takes no question that it does not know
    When the request GET "<path>?of=tea" is sent
    Then the answer is a problem document for 422

    Examples: all that can be asked without signing in
      | path          |
      | /health/live  |
      | /health/ready |
      | /api/version  |
      | /openapi.json |

  @API-018 @normal @contract
  Scenario: A request is known by its id
    Given a request GET "/api/v2/me"
    And the header "X-Request-ID" is "harbour-4711"
    When the request is sent
    Then the answer is 401
    And the header "X-Request-ID" of the answer is "harbour-4711"
    And in the answer "instance" is "harbour-4711"
    When the request GET "/api/v2/me" is sent with no request id
    Then the answer is 401
    And in the answer "instance" is the request id of the answer

  @API-025 @normal @contract
  Scenario Outline: What does not exist is answered as a problem, never as a page
    When the request GET "<path>" is sent
    Then the answer is a problem document for 404

    Examples: any prefix
      | path             |
      | /nothing         |
      | /api/nothing     |
      | /api/v2/nothing  |
      | /api/v9/missions |
      | /api/v2/roles/   |
      | /health/nothing  |
      | /platform        |
