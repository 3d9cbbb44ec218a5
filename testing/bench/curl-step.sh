# The step that the endpoint's documentation recommends, and a judgement of the status in plain bash.
body=$(curl --silent --show-error --fail --retry 20 \
  --header "Authorization: Bearer $API_KEY" --header "X-Checkly-Account: $ACCOUNT_ID" \
  "$API_URL/v2/check-sessions/$SESSION_ID/completion?maxWaitSeconds=30")
[[ $body == *'"status":"PASSED"'* ]]
