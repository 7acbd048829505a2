@api
Feature: Requests that nobody thought of
  What is sent may be right, nearly right or nonsense: bodies, paths, questions and headers are made up
  from the description of the interface, the same again for the same seed. The platform answers each of
  them as it describes, and never with an internal error.

  @API-056 @critical @security @slow @requires.database @requires.platform_key @requires.stand_ins
  Scenario: Whatever is sent, the platform answers as it describes and breaks down at nothing
    Given Priya runs missions at Acme
    And Ada is an administrator at Acme
    And Gleb runs missions at Globex
    And Priya has a mission "Survey of Dock 4" over 1 target
    When requests that nobody thought of are sent in the names of Ada and Priya
    Then none of them meets an internal error, gets an answer that is not described, or sees anything of Gleb's tenant
