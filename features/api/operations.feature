@api
Feature: What there is to be asked for
  The description names every operation, and what it does not name cannot be done.

  @API-046 @blocker @security @requires.platform_key
  Scenario: Whoever is not signed in can do nothing but sign in, and see that the platform is there
    Then whoever is not signed in is refused everywhere but at
      | operation                                         |
      | POST /api/v1/auth/register                        |
      | POST /api/v1/auth/login                           |
      | POST /api/v1/auth/refresh                         |
      | POST /api/v2/invitations/accept                   |
      | GET /api/v2/vendor/work-orders/{token}            |
      | POST /api/v2/vendor/work-orders/{token}/accept    |
      | POST /api/v2/vendor/work-orders/{token}/decline   |
      | POST /api/v2/vendor/work-orders/{token}/checklist |
      | GET /health/live                                  |
      | GET /health/ready                                 |
      | GET /api/version                                  |
      | GET /openapi.json                                 |

  @API-004 @critical @contract @requires.database
  Scenario: A verb that a path does not know is refused, with those that it knows
    Given Priya runs missions at Acme
    Then every other verb of every path is refused to Priya, naming those that there are

  @API-004 @critical @integration @requires.database
  Scenario: A site is created, read, changed and deleted
    Given Ada is an administrator at Acme
    When Ada sends POST to "/api/v2/sites"
      """
      {"code": "NP", "name": "North Pier"}
      """
    Then the answer is 201
    When Ada asks for what was answered
    Then the answer is 200
    And in the answer "name" is "North Pier"
    When Ada sends PATCH to what was answered
      """
      {"name": "South Pier"}
      """
    And she asks for what was answered
    Then in the answer "name" is "South Pier"
    When Ada sends DELETE to what was answered
    Then the answer is 204
    And asking for it once more is answered with 404

  @API-003 @critical @contract
  Scenario: The description lists every operation on people and their accounts
    Then of what begins with /api/v1/ or /api/v2/me or /api/v2/people or /api/v2/roles or /api/v2/invitations the description lists exactly
      | operation                                       |
      | POST /api/v1/auth/register                      |
      | POST /api/v1/auth/login                         |
      | POST /api/v1/auth/refresh                       |
      | POST /api/v1/auth/logout                        |
      | GET /api/v1/people                              |
      | GET /api/v1/people/{person_id}                  |
      | GET /api/v2/me                                  |
      | PATCH /api/v2/me                                |
      | POST /api/v2/me/password                        |
      | GET /api/v2/me/sessions                         |
      | DELETE /api/v2/me/sessions/{session_id}         |
      | GET /api/v2/roles                               |
      | GET /api/v2/people                              |
      | GET /api/v2/people/{person_id}                  |
      | PATCH /api/v2/people/{person_id}                |
      | POST /api/v2/invitations                        |
      | GET /api/v2/invitations                         |
      | POST /api/v2/invitations/accept                 |
      | POST /api/v2/invitations/{invitation_id}/resend |
      | DELETE /api/v2/invitations/{invitation_id}      |

  @API-003 @normal @contract
  Scenario: The description lists every operation on plugins
    Then of what begins with /api/v2/plugins the description lists exactly
      | operation                                  |
      | GET /api/v2/plugins                        |
      | GET /api/v2/plugins/{plugin_name}          |
      | POST /api/v2/plugins/{plugin_name}/enable  |
      | POST /api/v2/plugins/{plugin_name}/disable |
      | GET /api/v2/plugins/{plugin_name}/config   |
      | PUT /api/v2/plugins/{plugin_name}/config   |
      | PATCH /api/v2/plugins/{plugin_name}/config |
      | DELETE /api/v2/plugins/{plugin_name}/config |

  @API-003 @normal @contract
  Scenario: The description lists every operation on conversations and their budget
    Then of what begins with /api/v2/conversations or /api/v2/chat or /api/v2/token-budget the description lists exactly
      | operation                                            |
      | POST /api/v2/conversations                           |
      | GET /api/v2/conversations                            |
      | GET /api/v2/conversations/{conversation_id}          |
      | PATCH /api/v2/conversations/{conversation_id}        |
      | DELETE /api/v2/conversations/{conversation_id}       |
      | GET /api/v2/conversations/{conversation_id}/messages |
      | POST /api/v2/chat                                    |
      | POST /api/v2/chat/stream                             |
      | GET /api/v2/token-budget                             |
      | PATCH /api/v2/token-budget                           |

  @API-003 @normal @contract
  Scenario: The description lists every operation on figures
    Then of what begins with /api/v2/analytics the description lists exactly
      | operation                     |
      | GET /api/v2/analytics/summary |
      | GET /api/v2/analytics/daily   |
      | POST /api/v2/analytics/daily  |
      | GET /api/v2/analytics/routes  |
      | GET /api/v2/analytics/tokens  |
      | GET /api/v2/analytics/export  |

  @API-003 @normal @contract
  Scenario: The description lists every operation on sales
    Then of what begins with /api/v2/clients or /api/v2/deals or /api/v2/payments or /api/v2/invoices or /api/v2/commissions or /api/v2/sales the description lists exactly
      | operation                                            |
      | GET /api/v2/clients                                  |
      | POST /api/v2/clients                                 |
      | GET /api/v2/clients/{client_id}                      |
      | PATCH /api/v2/clients/{client_id}                    |
      | DELETE /api/v2/clients/{client_id}                   |
      | POST /api/v2/clients/{client_id}/bad-debt            |
      | DELETE /api/v2/clients/{client_id}/bad-debt          |
      | GET /api/v2/deals                                    |
      | POST /api/v2/deals                                   |
      | GET /api/v2/deals/{deal_id}                          |
      | PATCH /api/v2/deals/{deal_id}                        |
      | DELETE /api/v2/deals/{deal_id}                       |
      | POST /api/v2/deals/{deal_id}/cancel                  |
      | GET /api/v2/deals/{deal_id}/activity                 |
      | GET /api/v2/deals/{deal_id}/payments                 |
      | POST /api/v2/deals/{deal_id}/payments                |
      | GET /api/v2/payments                                 |
      | GET /api/v2/payments/{payment_id}                    |
      | POST /api/v2/payments/{payment_id}/verify            |
      | POST /api/v2/payments/{payment_id}/reject            |
      | POST /api/v2/payments/{payment_id}/refund            |
      | GET /api/v2/invoices                                 |
      | GET /api/v2/invoices/{invoice_id}                    |
      | GET /api/v2/commissions                              |
      | POST /api/v2/commissions                             |
      | POST /api/v2/commissions/preview                     |
      | GET /api/v2/commissions/{commission_id}              |
      | PATCH /api/v2/commissions/{commission_id}            |
      | POST /api/v2/commissions/{commission_id}/recalculate |
      | POST /api/v2/commissions/{commission_id}/approve     |
      | POST /api/v2/commissions/{commission_id}/pay         |
      | POST /api/v2/commissions/{commission_id}/reopen      |
      | GET /api/v2/sales/dashboard                          |
